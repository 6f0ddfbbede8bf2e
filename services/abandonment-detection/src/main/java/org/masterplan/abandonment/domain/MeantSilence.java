package org.masterplan.abandonment.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Silence that was decided: a paused community says nothing because somebody at the helm wants it
 * so. Such weeks are no sign of anything, neither during the pause nor after it.
 */
final class MeantSilence {
  private static final Duration WEEK = Duration.ofDays(7);

  private MeantSilence() {}

  /** How many weeks of the present silence lie within the last pause; begun ones count. */
  static int weeks(Registered registered, ActiveWeeks weeks, Instant observedUntil) {
    var pause = registered.pause();
    if (pause == null) {
      return 0;
    }
    var silentSince = observedUntil.minus(WEEK.multipliedBy(weeks.silence()));
    var from = later(pause.from(), silentSince);
    var resumed = pause.until();
    var until = resumed == null || resumed.isAfter(observedUntil) ? observedUntil : resumed;
    if (!until.isAfter(from)) {
      return 0;
    }
    long begun = (Duration.between(from, until).toSeconds() - 1) / WEEK.toSeconds() + 1;
    return (int) Math.min(weeks.silence(), begun);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
