package org.masterplan.profiles.effect.domain;

import java.util.Optional;
import org.masterplan.profiles.profile.domain.Crowd;

/**
 * By how much one mean is above another, with its 95 % interval: B. L. Welch, "The generalization
 * of 'Student's' problem when several different population variances are involved", Biometrika 34
 * (1947), with Satterthwaite's degrees of freedom (Biometrics Bulletin 2, 1946). What people spend
 * is skewed; from 30 in each group on the means are near enough to normal to be told so, and below
 * that nothing is claimed.
 */
public record Difference(double value, double low, double high) {
  /** Fewer in a group than this say too little. */
  public static final int FEWEST = Crowd.FEWEST;

  private static final double Z = 1.959964;

  /** The first's mean less the second's; empty if either has too few. */
  public static Optional<Difference> of(Sample first, Sample second) {
    if (first.n() < FEWEST || second.n() < FEWEST) {
      return Optional.empty();
    }
    double ofFirst = first.variance() / first.n();
    double ofSecond = second.variance() / second.n();
    double both = ofFirst + ofSecond;
    double value = first.mean() - second.mean();
    if (both == 0) {
      return Optional.of(new Difference(value, value, value));
    }
    double freedom =
        both
            * both
            / (ofFirst * ofFirst / (first.n() - 1) + ofSecond * ofSecond / (second.n() - 1));
    double reach = quantile(freedom) * Math.sqrt(both);
    return Optional.of(new Difference(value, value - reach, value + reach));
  }

  /**
   * The 97.5 % point of Student's t (M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
   * Functions", 1964, 26.7.5); off by less than .001 from 29 degrees of freedom on.
   */
  static double quantile(double freedom) {
    double cubed = Math.pow(Z, 3);
    double fifth = Math.pow(Z, 5);
    double first = (cubed + Z) / 4;
    double second = (5 * fifth + 16 * cubed + 3 * Z) / 96;
    return Z + first / freedom + second / (freedom * freedom);
  }
}
