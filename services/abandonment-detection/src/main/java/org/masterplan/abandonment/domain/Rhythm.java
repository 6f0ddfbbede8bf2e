package org.masterplan.abandonment.domain;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How a community usually breathes.
 *
 * @param usualGap weeks between active weeks that it exceeds once in twenty times; empty while it
 *     has too few for a rhythm of its own
 */
public record Rhythm(OptionalInt usualGap) {
  /** Active weeks before a community has a rhythm of its own. */
  static final int ENOUGH = 9;

  private static final double HALF_LIFE_PER_GAP = 2;
  private static final double MIN_HALF_LIFE = 45 / 7.0;
  private static final double MAX_HALF_LIFE = 180 / 7.0;
  private static final double USUAL_HALF_LIFE = 90 / 7.0;

  /** The rhythm up to the last sign of life: the present silence is judged, so it has no vote. */
  public static Rhythm of(ActiveWeeks weeks) {
    var gaps = weeks.gaps();
    if (gaps.length + 1 < ENOUGH) {
      return new Rhythm(OptionalInt.empty());
    }
    Arrays.sort(gaps);
    return new Rhythm(OptionalInt.of(gaps[(int) Math.ceil(0.95 * gaps.length) - 1]));
  }

  /**
   * After how many weeks an active week counts half: the slower the rhythm, the longer the memory.
   */
  double halfLife() {
    return usualGap.isEmpty()
        ? USUAL_HALF_LIFE
        : Math.clamp(HALF_LIFE_PER_GAP * usualGap.getAsInt(), MIN_HALF_LIFE, MAX_HALF_LIFE);
  }

  /** The usual gap in days. */
  public OptionalInt usualDays() {
    return usualGap.isEmpty() ? usualGap : OptionalInt.of(7 * usualGap.getAsInt());
  }
}
