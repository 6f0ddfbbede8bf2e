package org.masterplan.abandonment.domain;

import java.util.Collection;
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

  /** All communities together: a person seen in several counts once. */
  public static Turnout together(Collection<Turnout> turnouts) {
    var people = new HashSet<String>();
    long least = 0;
    long most = 0;
    for (var each : turnouts) {
      people.addAll(each.people);
      least += each.leastOthers;
      most += each.mostOthers;
    }
    return new Turnout(people, least, most);
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
