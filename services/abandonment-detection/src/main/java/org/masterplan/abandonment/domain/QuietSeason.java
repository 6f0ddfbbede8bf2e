package org.masterplan.abandonment.domain;

/**
 * A silence that came at the same time in both years before, and ended (Tet, school holidays,
 * harvest). Such weeks are no sign of anything.
 */
final class QuietSeason {
  private static final int YEAR = 52;

  private QuietSeason() {}

  /**
   * How many weeks of the present silence, from its beginning, were silent in both years before.
   * None in the first two years, and none once the silence has lasted a year: then nothing ended.
   */
  static int weeks(ActiveWeeks weeks) {
    int silence = weeks.silence();
    if (silence >= YEAR || weeks.span() < 2 * YEAR + silence) {
      return 0;
    }
    int explained = 0;
    // The week after the last activity first: a season explains a silence from its start.
    for (int back = silence - 1; back >= 0 && wasQuiet(weeks, back); back--) {
      explained++;
    }
    return explained < MIN_WEEKS ? 0 : explained;
  }

  private static final int MIN_WEEKS = 4;

  private static boolean wasQuiet(ActiveWeeks weeks, int back) {
    return !weeks.isActive(back + YEAR) && !weeks.isActive(back + 2 * YEAR);
  }
}
