package org.masterplan.matching.model;

import java.util.Arrays;

/** How often each pattern of levels was seen; in a fixed order, whatever the order of adding. */
final class PatternCounts {
  private final long[] patterns;
  private final double[] counts;

  private PatternCounts(long[] patterns, double[] counts) {
    this.patterns = patterns;
    this.counts = counts;
  }

  /** Counts these; sorts the array. */
  static PatternCounts of(long[] seen) {
    Arrays.sort(seen);
    var patterns = new long[seen.length];
    var counts = new double[seen.length];
    int size = 0;
    for (int i = 0; i < seen.length; i++) {
      if (i == 0 || seen[i] != seen[i - 1]) {
        patterns[size++] = seen[i];
      }
      counts[size - 1]++;
    }
    return new PatternCounts(Arrays.copyOf(patterns, size), Arrays.copyOf(counts, size));
  }

  int size() {
    return patterns.length;
  }

  long pattern(int at) {
    return patterns[at];
  }

  double count(int at) {
    return counts[at];
  }
}
