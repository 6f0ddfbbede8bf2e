package org.masterplan.profiles.privacy.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A move that a service refused, or that may not overtake one which it refused. It names profiles
 * and no person: what is to be moved is read from the journal when it is tried again.
 *
 * @param service who refused
 * @param decision number of the journal entry
 * @param place of the shift within the decision, from 0
 * @param from the profile that the data is filed under
 * @param to the profile that shall have it
 * @param refusals how often it was refused; 0 if it only stands behind another one
 * @param next not tried before
 */
public record Standstill(
    String service, long decision, int place, String from, String to, int refusals, Instant next) {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int DOUBLINGS = 10;

  /** The same after one more refusal: each wait is twice the one before, up to half a day. */
  public Standstill refused(Instant now) {
    var wait = FIRST.multipliedBy(1L << Math.min(refusals, DOUBLINGS));
    var next = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    return new Standstill(service, decision, place, from, to, refusals + 1, next);
  }
}
