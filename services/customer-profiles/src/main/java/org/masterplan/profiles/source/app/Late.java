package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Rows that are tried again give way to what was said of their records since.
 *
 * @param at when they came
 * @param trial when this trial of all rows began: by that earlier rows of it are known
 */
record Late(Instant at, Instant trial) {
  /** Where rows last said at {@code repeated} just what is known, if any have. */
  boolean isPassedBy(SourceRecord known, @Nullable Instant repeated) {
    if (repeated != null && !repeated.isBefore(at)) {
      return true;
    }
    var stored = known.origin().loadedAt();
    return !stored.isBefore(at) && !inMillis(stored).equals(inMillis(trial));
  }

  /** As stores keep times. */
  private static Instant inMillis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
