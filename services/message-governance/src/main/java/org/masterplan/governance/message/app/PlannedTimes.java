package org.masterplan.governance.message.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * When a message may be planned for: not before now.
 *
 * @param zone in which a refusal names times
 */
public record PlannedTimes(Clock clock, ZoneId zone) {
  /** The field in which a message brings its time. */
  static final String OF_MESSAGE = "message.planned_time";

  /** The field in which whoever schedules it may bring another. */
  static final String OF_SCHEDULE = "planned_time";

  /** Clocks differ, and between choosing "now" and being heard some time passes. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  /** Refuses a time that is over; no time at all may still be decided upon. */
  void mustBeToCome(String field, @Nullable Instant planned) {
    var now = clock.instant();
    if (planned != null && planned.isBefore(now.minus(SLACK))) {
      throw InvalidFields.of(
          field,
          "PLANNED_IN_THE_PAST",
          Map.of("field", field, "value", local(planned), "now", local(now)));
    }
  }

  private String local(Instant time) {
    return time.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
