package org.masterplan.abandonment.domain;

/**
 * What the coming weeks will probably bring: the number of active weeks is Poisson, its rate gamma
 * distributed by what was seen, with older weeks forgotten by the rhythm's half-life.
 *
 * <p>Silence is exposure without events, so it lowers the rate by itself; a slow community is not
 * hurried, because its memory is longer. The prior is that of a community seen for a month.
 *
 * @param shape how many active weeks the memory holds
 * @param exposure how many weeks it holds
 */
record Outlook(double shape, double exposure) {
  private static final double PRIOR_SHAPE = 0.3;
  private static final double PRIOR_EXPOSURE = 4;

  /**
   * @param excused weeks of the present silence that the season or a pause explains; they are not
   *     counted
   */
  static Outlook of(ActiveWeeks weeks, double halfLife, int excused) {
    double forget = Math.log(2) / halfLife;
    double shape = PRIOR_SHAPE;
    double exposure = PRIOR_EXPOSURE;
    for (int back = excused; back < weeks.span(); back++) {
      double weight = Math.exp(-forget * (back - excused + 0.5));
      exposure += weight;
      shape += weeks.isActive(back) ? weight : 0;
    }
    return new Outlook(shape, exposure);
  }

  /** The chance of at most one active week in the next {@code days}. */
  Estimate abandoned(int days) {
    double weeks = days / 7.0;
    double none = exposure / (exposure + weeks);
    double p = Math.pow(none, shape) * (1 + shape * (1 - none));
    return new Estimate(p, atMostOne(0.95, weeks), atMostOne(0.05, weeks));
  }

  private double atMostOne(double quantile, double weeks) {
    double expected = Gamma.quantile(quantile, shape, exposure) * weeks;
    return Math.exp(-expected) * (1 + expected);
  }
}
