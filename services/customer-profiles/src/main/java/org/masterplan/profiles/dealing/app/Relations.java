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
import java.util.function.UnaryOperator;
import org.masterplan.kernel.Money;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.dealing.domain.Handles;
import org.masterplan.profiles.dealing.domain.Satisfaction;
import org.masterplan.profiles.dealing.domain.Strength;
import org.masterplan.profiles.dealing.domain.ValueRule;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What follows from what people did. */
public final class Relations {
  private static final int AT_ONCE = 200;
  private static final int MOST = 1000;

  /** What is older has faded to a sixteenth. */
  private static final Duration REMEMBERED = Duration.ofDays(360);

  private final Dealings dealings;
  private final Reading reading;
  private final Accounts accounts;
  private final ValueRule rule;
  private final Clock clock;

  /** What follows for one person. */
  public record Sheet(
      Profile profile,
      ValueRule.Worth worth,
      Satisfaction satisfaction,
      Map<String, Strength.Tie> ties,
      List<Handles.Handle> handles,
      Instant asOf) {}

  /** Somebody who may become a customer. {@code future} is empty where nobody's value is known. */
  public record Potential(String profile, double strength, Optional<Money> future) {}

  /**
   * Those of a community who may become customers.
   *
   * @param knownValues people of the community whose value is known
   */
  public record Potentials(List<Potential> people, int knownValues, Instant asOf) {}

  public Relations(
      Dealings dealings, Reading reading, Sources sources, ValueRule rule, Clock clock) {
    this.dealings = dealings;
    this.reading = reading;
    this.accounts = new Accounts(sources);
    this.rule = rule;
    this.clock = clock;
  }

  /** The rule by which people are worth something here. */
  public ValueRule rule() {
    return rule;
  }

  /** What dealings come to by the rule; empty: unknown. */
  public Optional<Money> value(Collection<Dealing> did) {
    return rule.of(did, clock.instant()).value();
  }

  /** How close dealings show a person to be, by community. */
  public Map<String, Strength.Tie> ties(Collection<Dealing> did) {
    return Strength.ties(did, clock.instant());
  }

  /** What follows for that person, and the accounts that these records of theirs tell of. */
  public Sheet of(Profile profile, List<SourceRecord> told) {
    var did = dealings.about(subjects(profile));
    var now = clock.instant();
    return new Sheet(
        profile,
        rule.of(did, now),
        Satisfaction.of(did, now),
        Strength.ties(did, now),
        accounts.of(told),
        now);
  }

  /**
   * People at least so close to the community of whom no order of the rule's time is known, among
   * those whom {@code met} leaves.
   */
  public Potentials potentials(
      String community, double strength, UnaryOperator<List<Profile>> met) {
    var now = clock.instant();
    var close = new ArrayList<Potential>();
    var values = new ArrayList<Money>();
    var seen = new HashSet<String>();
    var subjects = new HashSet<String>();
    dealings.each(community, now.minus(REMEMBERED), dealing -> subjects.add(dealing.subject()));
    for (var part : parts(List.copyOf(subjects))) {
      for (var profile : met.apply(List.copyOf(Set.copyOf(reading.meant(part).values())))) {
        if (seen.add(profile.name())) {
          sort(profile, community, strength, now, close, values);
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

  private void sort(
      Profile profile,
      String community,
      double strength,
      Instant now,
      List<Potential> close,
      List<Money> values) {
    var did = dealings.about(subjects(profile));
    var value = rule.of(did, now).value();
    value.ifPresent(values::add);
    var tie = Strength.ties(did, now).get(community);
    if (value.isEmpty() && tie != null && tie.strength() >= strength) {
      close.add(new Potential(profile.name(), tie.strength(), Optional.empty()));
    }
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
