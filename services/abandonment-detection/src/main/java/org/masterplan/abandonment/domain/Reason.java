package org.masterplan.abandonment.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One thing that moved a judgement.
 *
 * @param code what it is
 * @param contribution how far it moved the log-odds of being abandoned in 365 days; 0 for a fact
 * @param about the figures that its text mentions
 */
public record Reason(Code code, double contribution, Map<String, String> about) {
  /** In {@code about}: of whom the figures are, if not of everybody. */
  static final String OF = "of";

  static final String HOSTS = "hosts";

  /** In {@code about}: the day up to which the figures go. */
  static final String UNTIL = "until";

  private static final Set<Code> DATED =
      EnumSet.of(
          Code.SILENT_BEYOND_OWN_RHYTHM,
          Code.SILENT_WITHIN_OWN_RHYTHM,
          Code.OWNER_SILENT,
          Code.QUESTIONS_UNANSWERED,
          Code.FEW_PEOPLE_LEFT);

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

  /** The key of its text: the silence of those who steer is not that of everybody. */
  public String text() {
    return "HEALTH_" + code.name() + (HOSTS.equals(about.get(OF)) ? "_OF_HOSTS" : "");
  }

  /** This reason, of a release that did not tell up to which day its figures go. */
  public Reason upTo(LocalDate day) {
    if (!DATED.contains(code) || about.containsKey(UNTIL)) {
      return this;
    }
    var dated = new HashMap<>(about);
    dated.put(UNTIL, day.toString());
    return new Reason(code, contribution, dated);
  }

  static Reason fact(Code code, Map<String, String> about) {
    return new Reason(code, 0, about);
  }
}
