package org.masterplan.profiles.request.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's hold on a request while what it asks for is carried out. It lapses by itself: whoever
 * comes after an instance that died can take the request up.
 *
 * @param by whose
 * @param at since when
 * @param seen the revision that it was decided upon
 */
public record Claim(String by, Instant at, long seen) {
  /** Longer than any carrying out takes: what takes long is an operation, only begun by it. */
  private static final Duration HELD = Duration.ofMinutes(2);

  /** Whether nobody else may carry it out. */
  public boolean holds(Instant now) {
    return now.isBefore(at.plus(HELD));
  }

  /** Whether it is of a call that is made once more. */
  boolean isRepeatedBy(Claim later) {
    return by.equals(later.by()) && seen == later.seen();
  }
}
