package org.masterplan.profiles.request.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A limit of time.
 *
 * @param rule that sets it
 * @param article where the rule is written
 * @param due until when
 * @param stopped when what it limits was done; empty while it runs
 */
public record Deadline(String rule, String article, Instant due, Optional<Instant> stopped) {
  /** One that runs. */
  public static Deadline running(String rule, String article, Instant due) {
    return new Deadline(rule, article, due, Optional.empty());
  }

  /** What it limits was done; the first time counts. */
  public Deadline stop(Instant now) {
    return stopped.isPresent() ? this : new Deadline(rule, article, due, Optional.of(now));
  }

  /** The same, but longer. */
  public Deadline until(Instant later) {
    return new Deadline(rule, article, later, stopped);
  }

  /** Whether it ran out before that was done. */
  public boolean overdue(Instant now) {
    return stopped.orElse(now).isAfter(due);
  }

  public boolean isRunning() {
    return stopped.isEmpty();
  }

  /** Whole days left, negative once it is over; 0 if it has stopped. */
  public int daysLeft(Instant now) {
    return isRunning()
        ? (int)
            Math.floorDiv(Duration.between(now, due).toSeconds(), Duration.ofDays(1).toSeconds())
        : 0;
  }
}
