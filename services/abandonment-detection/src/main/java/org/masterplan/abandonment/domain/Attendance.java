package org.masterplan.abandonment.domain;

import java.time.Instant;
import java.util.List;

/**
 * Who was seen in a community, as figures.
 *
 * @param asOf end of observation
 * @param last30 active people of the last 30 days
 * @param last90 active people of the last 90 days
 * @param weeks the last twelve weeks, oldest first
 */
public record Attendance(Instant asOf, PeopleCount last30, PeopleCount last90, List<Week> weeks) {
  public Attendance {
    weeks = List.copyOf(weeks);
  }

  /** The figures of a timeline. */
  public static Attendance of(Timeline timeline) {
    return new Attendance(
        timeline.until(),
        timeline.turnout().last30().count(),
        timeline.turnout().last90().count(),
        timeline.weeks());
  }
}
