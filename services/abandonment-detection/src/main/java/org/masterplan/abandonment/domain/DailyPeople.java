package org.masterplan.abandonment.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;

/** How many people daily totals speak of. */
final class DailyPeople {
  /** Of one day: the fullest kind, and all kinds added up (one person may do several things). */
  private record Day(long least, long most) {
    Day and(Day other) {
      return new Day(Math.max(least, other.least), most + other.most);
    }
  }

  private final TreeMap<LocalDate, Day> days = new TreeMap<>();

  void add(LocalDate date, long people) {
    days.merge(date, new Day(people, people), Day::and);
  }

  /** Those people and whom the totals after {@code from} speak of. */
  Turnout turnout(Set<String> people, LocalDate from) {
    var since = days.tailMap(from, false).values();
    return new Turnout(
        people,
        since.stream().mapToLong(Day::least).max().orElse(0),
        since.stream().mapToLong(Day::most).sum());
  }
}
