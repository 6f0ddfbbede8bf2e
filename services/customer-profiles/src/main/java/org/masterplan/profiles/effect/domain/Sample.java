package org.masterplan.profiles.effect.domain;

/** Numbers added one by one: how many, their mean and variance (B. P. Welford, 1962). */
public final class Sample {
  private long n;
  private double mean;
  private double squares;

  /** With one more. */
  public void add(double value) {
    n++;
    double off = value - mean;
    mean += off / n;
    squares += off * (value - mean);
  }

  public long n() {
    return n;
  }

  /** Their mean; 0 of none. */
  public double mean() {
    return mean;
  }

  /** The variance of what they were drawn from, as far as they tell; 0 of fewer than two. */
  public double variance() {
    return n < 2 ? 0 : squares / (n - 1);
  }
}
