package org.masterplan.abandonment.domain;

import java.util.HashSet;
import java.util.Set;

/** One week while it is being read. */
final class SparkWeek {
  private final Set<String> authors = new HashSet<>();
  private long events;
  private long fullestDay;

  void event(String author) {
    events++;
    if (!author.isEmpty()) {
      authors.add(author);
    }
  }

  void total(Activity.DailyTotal total) {
    events += total.count();
    fullestDay = Math.max(fullestDay, total.people());
  }

  long events() {
    return events;
  }

  long people() {
    return Math.max(authors.size(), fullestDay);
  }
}
