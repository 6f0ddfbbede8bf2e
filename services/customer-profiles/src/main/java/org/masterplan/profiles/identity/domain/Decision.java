package org.masterplan.profiles.identity.domain;

import java.time.Instant;
import java.util.List;

/**
 * One entry of the journal: what was decided about who is whom. Inserting it is the commit;
 * profiles are what all entries in order make of the records.
 *
 * @param number 1 for the first, without gaps
 * @param by who decided, and why
 * @param moves every record that was looked at and is changed, gone or elsewhere
 * @param foundings ids that were minted or that another record now stands for
 * @param constraints what a steward said
 * @param shifts what it means for those who filed something under a profile
 * @param model everybody was grouped by what was learned under that number; 0 if not by this
 */
public record Decision(
    long number,
    By by,
    List<Move> moves,
    List<Founding> foundings,
    List<Constraint> constraints,
    List<Shift> shifts,
    long model) {

  /**
   * Who decided.
   *
   * @param reason what the steward gave as reason; empty for a load
   */
  public record By(Instant at, String actor, Cause cause, String reason) {}

  /** A decision that did not look at everybody. */
  public Decision(
      long number,
      By by,
      List<Move> moves,
      List<Founding> foundings,
      List<Constraint> constraints,
      List<Shift> shifts) {
    this(number, by, moves, foundings, constraints, shifts, 0);
  }

  public Decision {
    moves = List.copyOf(moves);
    foundings = List.copyOf(foundings);
    constraints = List.copyOf(constraints);
    shifts = List.copyOf(shifts);
  }
}
