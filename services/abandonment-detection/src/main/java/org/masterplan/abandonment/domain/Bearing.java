package org.masterplan.abandonment.domain;

/**
 * Whose rhythm a community is judged by, and what it foretells.
 *
 * @param byHosts whether those who steer it tell how it is; else everybody does
 * @param weeks the weeks that count as signs of life
 * @param quietSeason weeks of the present silence that the season explains
 * @param paused weeks of the present silence that were meant
 * @param outlook what the coming weeks will bring
 */
record Bearing(
    Judgement.Basis basis,
    boolean byHosts,
    ActiveWeeks weeks,
    Rhythm rhythm,
    int quietSeason,
    int paused,
    Outlook outlook) {
  /** Active weeks of hosts from which on they, not the members, tell whether it is steered. */
  private static final int ENOUGH_HOST_WEEKS = 5;

  static Bearing of(Registered registered, Timeline timeline) {
    boolean byHosts = !registered.joined() && timeline.hosts().count() >= ENOUGH_HOST_WEEKS;
    var weeks = byHosts ? timeline.hosts() : timeline.everyone();
    var rhythm = Rhythm.of(weeks);
    int season = QuietSeason.weeks(weeks);
    int paused = MeantSilence.weeks(registered, weeks, timeline.until());
    var outlook = Outlook.of(weeks, rhythm.halfLife(), Math.max(season, paused));
    return new Bearing(basis(byHosts, rhythm), byHosts, weeks, rhythm, season, paused, outlook);
  }

  /** Weeks of the present silence that say nothing. */
  int excused() {
    return Math.max(quietSeason, paused);
  }

  Judgement.Abandoned abandoned() {
    return new Judgement.Abandoned(
        outlook.abandoned(90).rounded(), outlook.abandoned(365).rounded());
  }

  private static Judgement.Basis basis(boolean byHosts, Rhythm rhythm) {
    if (rhythm.usualGap().isEmpty()) {
      return Judgement.Basis.USUAL_RHYTHM;
    }
    return byHosts ? Judgement.Basis.HOST_RHYTHM : Judgement.Basis.OWN_RHYTHM;
  }
}
