package org.masterplan.abandonment.domain;

/**
 * A probability with the interval that nine of ten such estimates lie in.
 *
 * @param p the probability
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double p, double low, double high) {
  private static final double ALMOST = 1e-9;

  public Estimate {
    low = Math.min(low, p);
    high = Math.max(high, p);
  }

  /** The odds' logarithm, on which reasons add up. */
  double logOdds() {
    double safe = Math.clamp(p, ALMOST, 1 - ALMOST);
    return Math.log(safe / (1 - safe));
  }

  /** Rounded to what the figures can bear, so that a change means something. */
  public Estimate rounded() {
    return new Estimate(round(p), round(low), round(high));
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
