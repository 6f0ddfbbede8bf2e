package org.masterplan.profiles.profile.domain;

/**
 * So many of so many, with the 95 % interval of what that says of all they were drawn from (E. B.
 * Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927).
 *
 * @param of how many were drawn
 * @param all how many they were drawn from; where all were drawn there is nothing to guess
 */
public record Share(long part, long of, long all) {
  private static final double Z = 1.959964;

  /** The share itself; 0 of none. */
  public double rate() {
    return of == 0 ? 0 : (double) part / of;
  }

  public double low() {
    return of >= all ? rate() : Math.max(0, middle() - reach());
  }

  public double high() {
    return of >= all ? rate() : Math.min(1, middle() + reach());
  }

  private double middle() {
    return of == 0 ? 0.5 : (rate() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double reach() {
    double n = of;
    return of == 0
        ? 0.5
        : Z / (1 + Z * Z / n) * Math.sqrt(rate() * (1 - rate()) / n + Z * Z / (4 * n * n));
  }
}
