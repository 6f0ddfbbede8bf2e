package org.masterplan.profiles.effect.app;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * A member with what is needed to compare.
 *
 * @param names every name of the profile
 * @param sources that have a record of theirs
 * @param orders of the whole time
 * @param promoted whether a promotion reached them in the window
 */
record Member(List<String> names, Set<String> sources, List<Order> orders, boolean promoted) {

  /** What was ordered, in minor units of the plan's currency. */
  record Order(Instant time, long amount) {}

  static Member of(Profile profile, Collection<Dealing> did, String currency, boolean promoted) {
    var sources = new HashSet<String>();
    profile.records().forEach(record -> sources.add(record.name().source()));
    var orders =
        did.stream()
            .filter(
                d ->
                    d.deed() instanceof Dealing.Deed.Order(var amount)
                        && amount.currency().getCurrencyCode().equals(currency))
            .map(d -> new Order(d.time(), amount(d)))
            .toList();
    return new Member(profile.names(), sources, orders, promoted);
  }

  private static long amount(Dealing dealing) {
    return dealing.deed() instanceof Dealing.Deed.Order(var amount) ? amount.minorUnits() : 0;
  }

  /** Whether any of these sources knows them. */
  boolean isKnownTo(Set<String> some) {
    return sources.stream().anyMatch(some::contains);
  }

  /** Whether any of these names is theirs. */
  boolean isAmong(Set<String> some) {
    return names.stream().anyMatch(some::contains);
  }

  /** What they spent since then. */
  double spent(Instant since) {
    return orders.stream().filter(o -> !o.time().isBefore(since)).mapToDouble(Order::amount).sum();
  }
}
