package org.masterplan.demo;

import java.util.List;

/**
 * Repeatable random numbers (SplitMix64). A stream is named by the seed, a label and two numbers,
 * so that any person or record can be made again alone, without what came before it.
 */
final class Draw {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  static Draw of(long seed, String label, long a, long b) {
    long mixed = mix(seed + label.hashCode() * STEP);
    return new Draw(mix(mix(mixed ^ a * STEP) ^ (b + 1) * 0xD1B54A32D192ED03L));
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  long next() {
    state += STEP;
    return mix(state);
  }

  /** From 0 to n - 1. */
  int below(int n) {
    return (int) Long.remainderUnsigned(next(), n);
  }

  /** From low to high, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** From 0 to 1, 1 excluded. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** Knuth's method in slices, so that a large mean does not underflow. */
  int poisson(double mean) {
    int sum = 0;
    for (double rest = mean; rest > 0; rest -= 30) {
      double limit = Math.exp(-Math.min(rest, 30));
      for (double product = unit(); product > limit; product *= unit()) {
        sum++;
      }
    }
    return sum;
  }
}
