package org.masterplan.profiles.dealing.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.Money;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.dealing.domain.Handles;
import org.masterplan.profiles.dealing.domain.Satisfaction;
import org.masterplan.profiles.dealing.domain.Strength;
import org.masterplan.profiles.dealing.domain.ValueRule;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.View;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.app.Sources;

/** What follows from what people did, as far as whoever asks may be told of it. */
public final class Relations {
  private static final int AT_ONCE = 200;
  private static final int MOST = 1000;
  private static final String REGISTRY = "community-registry";

  /** What is older has faded to a sixteenth. */
  private static final Duration REMEMBERED = Duration.ofDays(360);

  private final Dealings dealings;
  private final Reading reading;
  private final Accounts accounts;
  private final Rules rules;
  private final Clock clock;

  /** By which rule people are worth something here, and whose communities are. */
  public record Rules(ValueRule value, OwnDealings.Units units) {}

  /**
   * What follows for one person.
   *
   * @param whole from all that is known
   * @param missing services that were away, so that closeness is not known
   */
  public record Sheet(
      Profile profile,
      ValueRule.Worth worth,
      Satisfaction satisfaction,
      Map<String, Strength.Tie> ties,
      List<Handles.Handle> handles,
      boolean whole,
      List<String> missing,
      Instant asOf) {}

  /** Somebody who may become a customer. {@code future} is empty where nobody's value is known. */
  public record Potential(String profile, double strength, Optional<Money> future) {}

  /**
   * Those of a community who may become customers.
   *
   * @param knownValues of those who were seen in the community, as far as the reader may be told of
   *     it, people whose value is known
   */
  public record Potentials(List<Potential> people, int knownValues, Instant asOf) {}

  public Relations(Dealings dealings, Reading reading, Sources sources, Rules rules, Clock clock) {
    this.dealings = dealings;
    this.reading = reading;
    this.accounts = new Accounts(sources);
    this.rules = rules;
    this.clock = clock;
  }

  /** The rule by which people are worth something here. */
  public ValueRule rule() {
    return rules.value();
  }

  /** What a reader with that view may be told of. */
  public OwnDealings own(View view) {
    return new OwnDealings(view, rules.units());
  }

  /** What dealings come to by the rule; empty: unknown. */
  public Optional<Money> value(Collection<Dealing> did) {
    return rules.value().of(did, clock.instant()).value();
  }

  /** How close dealings show a person to be, by community. */
  public Map<String, Strength.Tie> ties(Collection<Dealing> did) {
    return Strength.ties(did, clock.instant());
  }

  /** What follows for that person, and their accounts, for a reader with that view. */
  public Sheet of(Profile profile, View view) {
    var all = dealings.about(subjects(profile));
    var own = own(view);
    try {
      return sheet(profile, view, own.of(all), List.of());
    } catch (Unavailable _) {
      // Reading fails open, and says so.
      return sheet(profile, view, own.brought(all), List.of(REGISTRY));
    }
  }

  private Sheet sheet(Profile profile, View view, Collection<Dealing> did, List<String> missing) {
    var now = clock.instant();
    return new Sheet(
        profile,
        rules.value().of(did, now),
        Satisfaction.of(did, now),
        Strength.ties(did, now),
        accounts.of(view.of(profile).records()),
        view.whole(),
        missing,
        now);
  }

  /**
   * People at least so close to the community of whom no order of the rule's time is known, for a
   * reader with that view.
   */
  public Potentials potentials(String community, double strength, View view) {
    var now = clock.instant();
    var own = own(view);
    var close = new ArrayList<Potential>();
    var values = new ArrayList<Money>();
    var seen = new HashSet<String>();
    var subjects = new HashSet<String>();
    dealings.each(community, now.minus(REMEMBERED), dealing -> subjects.add(dealing.subject()));
    for (var part : parts(List.copyOf(subjects))) {
      for (var profile : Set.copyOf(reading.meant(part).values())) {
        if (view.meets(profile) && seen.add(profile.name())) {
          var did = own.of(dealings.about(subjects(profile)));
          var tie = Optional.ofNullable(ties(did).get(community));
          tie.flatMap(_ -> value(did)).ifPresent(values::add);
          tie.filter(each -> each.strength() >= strength && value(did).isEmpty())
              .map(each -> new Potential(profile.name(), each.strength(), Optional.empty()))
              .ifPresent(close::add);
        }
      }
    }
    var future = mean(values);
    var people =
        close.stream()
            .map(p -> new Potential(p.profile(), p.strength(), future.map(m -> part(m, p))))
            .sorted(
                Comparator.comparingDouble((Potential p) -> -p.strength())
                    .thenComparing(Potential::profile))
            .limit(MOST)
            .toList();
    return new Potentials(people, values.size(), now);
  }

  private static Optional<Money> mean(List<Money> values) {
    return values.stream()
        .reduce(Money::plus)
        .map(sum -> new Money(sum.minorUnits() / values.size(), sum.currency()));
  }

  private static Money part(Money mean, Potential person) {
    return new Money(Math.round(mean.minorUnits() * person.strength()), mean.currency());
  }

  private static List<List<String>> parts(List<String> all) {
    var parts = new ArrayList<List<String>>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }
    return parts;
  }

  /** Every name under which something may have been written down of the person. */
  public static Collection<String> subjects(Profile profile) {
    var subjects = new ArrayList<>(profile.names());
    profile.records().forEach(record -> subjects.add(record.name().toString()));
    return subjects;
  }
}
