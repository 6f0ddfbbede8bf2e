package org.masterplan.profiles.connection.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When a pull reports: that is also when it learns that it was cancelled, so that a slow database
 * must not keep it from it.
 */
final class Pace {
  private static final int ROWS = 1000;
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Clock clock;
  private Instant last;

  Pace(Clock clock) {
    this.clock = clock;
    this.last = clock.instant();
  }

  /** Whether to report after so many rows: each thousand, and two seconds after the last time. */
  boolean isDue(long rows) {
    var now = clock.instant();
    if (rows % ROWS != 0 && now.isBefore(last.plus(EVERY))) {
      return false;
    }
    last = now;
    return true;
  }
}
