package org.masterplan.governance.contact.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.Entry;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.contact.domain.Reservation.State;
import org.masterplan.governance.contact.domain.Suppression;

/** Writes a person's no into the accounts themselves, so that it holds from the answer on. */
public final class Suppressing {
  private static final String RULE = "suppression";

  /** One that is still being decided is withdrawn too: its grant will then find it gone. */
  private static final Set<State> OPEN = EnumSet.of(State.PENDING, State.GRANTED);

  private final Books books;
  private final Accounts accounts;
  private final Reservations reservations;
  private final Clock clock;

  public Suppressing(Ledger.Store store, Clock clock) {
    this.books = new Books(store.accounts());
    this.accounts = store.accounts();
    this.reservations = store.reservations();
    this.clock = clock;
  }

  /** How many reserved contacts were given back, and from when the no holds. */
  public record Suppressed(int givenBack, Instant effective) {}

  /**
   * Suppresses under every key (contact points and profiles). Idempotent; if it throws, the same
   * call completes it.
   */
  public Suppressed suppress(Collection<String> keys, Suppression no) {
    var covered = new LinkedHashSet<Entry>();
    for (var key : new LinkedHashSet<>(keys)) {
      var here = new ArrayList<Entry>();
      books.change(
          key,
          account -> {
            here.clear();
            here.addAll(account.coveredBy(no));
            return Optional.of(account.suppress(no));
          });
      covered.addAll(here);
    }
    int givenBack = (int) covered.stream().filter(this::withdraw).count();
    return new Suppressed(givenBack, clock.instant());
  }

  /** Takes suppressions back; answers how many. */
  public int lift(Collection<String> keys, Predicate<Suppression> lifted) {
    int count = 0;
    for (var key : new LinkedHashSet<>(keys)) {
      var account = books.open(key);
      int here = (int) account.suppressions().stream().filter(lifted).count();
      if (here > 0) {
        books.change(key, a -> Optional.of(a.lift(lifted)));
        count += here;
      }
    }
    return count;
  }

  /** What is suppressed under any of the keys, oldest first. */
  public List<Suppression> find(Collection<String> keys) {
    return accounts.find(keys).values().stream()
        .map(Account::suppressions)
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(Suppression::since))
        .toList();
  }

  private boolean withdraw(Entry entry) {
    return reservations
        .find(entry.reservation())
        .filter(r -> r.entry().equals(entry.id()))
        .filter(r -> OPEN.contains(r.state()))
        .filter(r -> reservations.replace(r.withdrawn(RULE)))
        .map(this::freed)
        .orElse(false);
  }

  private boolean freed(Reservation withdrawn) {
    books.giveBack(withdrawn.point(), withdrawn.entry());
    books.giveBack(withdrawn.profile(), withdrawn.entry());
    return true;
  }
}
