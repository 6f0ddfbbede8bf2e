package org.masterplan.abandonment.domain;

/** The gamma distribution, as far as the interval of a rate needs it. */
final class Gamma {
  private static final double[] LANCZOS = {
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private Gamma() {}

  /** The rate below which the gamma distribution of that shape and exposure has mass {@code p}. */
  static double quantile(double p, double shape, double exposure) {
    double low = 0;
    double high = Math.max(1, shape);
    while (cumulative(high, shape) < p) {
      high *= 2;
    }
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle, shape) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high / exposure;
  }

  /** Regularised lower incomplete gamma function. */
  static double cumulative(double x, double shape) {
    if (x <= 0) {
      return 0;
    }
    return x < shape + 1 ? series(x, shape) : 1 - fraction(x, shape);
  }

  private static double series(double x, double shape) {
    double term = 1 / shape;
    double sum = term;
    for (int n = 1; n < 1000 && term > sum * 1e-14; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return sum * scale(x, shape);
  }

  /** Lentz's method for the continued fraction of the upper function. */
  private static double fraction(double x, double shape) {
    double b = x + 1 - shape;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    double step = 0;
    for (int i = 1; i < 1000 && Math.abs(step - 1) > 1e-14; i++) {
      double a = -i * (i - shape);
      b += 2;
      d = 1 / nonZero(a * d + b);
      c = nonZero(b + a / c);
      step = d * c;
      h *= step;
    }
    return h * scale(x, shape);
  }

  private static double nonZero(double value) {
    return Math.abs(value) < 1e-300 ? 1e-300 : value;
  }

  private static double scale(double x, double shape) {
    return Math.exp(shape * Math.log(x) - x - logGamma(shape));
  }

  static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double shifted = x - 1;
    double sum = 0.99999999999980993;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (shifted + i + 1);
    }
    double t = shifted + LANCZOS.length - 0.5;
    return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
