package org.masterplan.registry.member.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.registry.member.app.Recognition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Revisits members nobody is known for: a minute after profiles changed, else every ten minutes.
 */
public final class Revisits {
  private static final Logger log = LoggerFactory.getLogger(Revisits.class);
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration AT_LEAST = Duration.ofMinutes(10);

  private final Recognition recognition;
  private final Clock clock;
  private Instant last = Instant.EPOCH;

  public Revisits(Recognition recognition, Clock clock) {
    this.recognition = recognition;
    this.clock = clock;
  }

  /** One run. Profiles being away is no fault: a later run finds them. */
  public synchronized void run() {
    var since = Duration.between(last, clock.instant());
    if (since.compareTo(recognition.isDue() ? SOON : AT_LEAST) < 0) {
      return;
    }
    try {
      recognition.revisit();
      last = clock.instant();
    } catch (Unavailable e) {
      log.info("members are recognised later: {}", e.getMessage());
    }
  }
}
