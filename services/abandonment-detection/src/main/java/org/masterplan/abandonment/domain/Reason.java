package org.masterplan.abandonment.domain;

import java.util.Map;

/**
 * One thing that moved a judgement.
 *
 * @param code what it is
 * @param contribution how far it moved the log-odds of being abandoned in 365 days; 0 for a fact
 * @param about the figures that its text mentions
 */
public record Reason(Code code, double contribution, Map<String, String> about) {
  /** Every reason; each has a text {@code HEALTH_<code>} in every language. */
  public enum Code {
    OWNER_DEPARTED,
    NOTHING_OBSERVED,
    NO_RHYTHM_YET,
    SILENT_BEYOND_OWN_RHYTHM,
    SILENT_WITHIN_OWN_RHYTHM,
    QUIET_SEASON,
    PAUSED,
    FALLING_ACTIVITY,
    RISING_ACTIVITY,
    RARE_ACTIVITY,
    STEADY_ACTIVITY,
    OWNER_SILENT,
    QUESTIONS_UNANSWERED,
    FEW_PEOPLE_LEFT
  }

  public Reason {
    about = Map.copyOf(about);
    contribution = Math.round(contribution * 1000) / 1000.0;
  }

  static Reason fact(Code code, Map<String, String> about) {
    return new Reason(code, 0, about);
  }
}
