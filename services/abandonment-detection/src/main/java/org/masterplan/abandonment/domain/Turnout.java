package org.masterplan.abandonment.domain;

import java.util.HashSet;
import java.util.Set;

/**
 * Who turned out within a time: persons told apart where single acts were seen, figures where only
 * daily totals are known.
 *
 * @param people pseudonyms of the persons seen
 * @param leastOthers at least so many came by daily totals: the fullest day's
 * @param mostOthers at most so many: every day's added up
 */
public record Turnout(Set<String> people, long leastOthers, long mostOthers) {
  public static final Turnout NOBODY = new Turnout(Set.of(), 0, 0);

  public Turnout {
    people = Set.copyOf(people);
  }

  /** Both communities together: a person seen in both counts once. */
  public Turnout and(Turnout other) {
    var both = new HashSet<>(people);
    both.addAll(other.people);
    return new Turnout(both, leastOthers + other.leastOthers, mostOthers + other.mostOthers);
  }

  /**
   * The figure. Daily totals cannot tell whether their people are among those seen: the low end
   * assumes that all are, the high end that none is.
   */
  public PeopleCount count() {
    long seen = people.size();
    long low = Math.max(seen, leastOthers);
    return new PeopleCount(low, low, Math.max(low, seen + mostOthers));
  }
}
