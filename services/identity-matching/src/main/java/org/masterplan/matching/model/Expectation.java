package org.masterplan.matching.model;

import java.util.Arrays;
import java.util.Optional;
import org.masterplan.matching.compare.Comparer;

/** Expectation maximisation over the patterns of one pass; u stays as it was measured. */
final class Expectation {
  /** Of a pass with fewer matches than this share, the mixture finds families, not persons. */
  private static final double LEAST_SHARE = 0.02;

  private final PatternCounts seen;
  private final double[][] u;
  private double share = 0.1;
  private final double[][] m;

  Expectation(PatternCounts seen, double[][] u) {
    this.seen = seen;
    this.u = u;
    this.m = new double[u.length][];
    for (int f = 0; f < u.length; f++) {
      m[f] = start(u[f].length);
    }
  }

  /**
   * What a pass says.
   *
   * @param matches how many of its pairs are one person
   * @param counts expected matches per feature and level (from 1 on; 0 = not known)
   */
  record Found(double matches, double pairs, double[][] counts) {}

  /** Mostly the best level, the others halving: the usual shape, only a start. */
  private static double[] start(int levels) {
    var shares = new double[levels];
    for (int l = 0; l < levels; l++) {
      shares[l] = Math.pow(0.4, l);
    }
    return Trainer.shares(shares, 0.001);
  }

  Optional<Found> run(int rounds) {
    double pairs = 0;
    for (int at = 0; at < seen.size(); at++) {
      pairs += seen.count(at);
    }
    var counts = new double[u.length][8];
    double matches = 0;
    for (int round = 0; round < rounds; round++) {
      for (var row : counts) {
        Arrays.fill(row, 0);
      }
      matches = expect(counts);
      share = Math.clamp(matches / pairs, 1e-7, 1 - 1e-4);
      for (int f = 0; f < u.length; f++) {
        m[f] = Trainer.shares(Arrays.copyOfRange(counts[f], 1, u[f].length + 1), 0.05);
      }
    }
    return matches < 5 || share < LEAST_SHARE
        ? Optional.empty()
        : Optional.of(new Found(matches, pairs, counts));
  }

  /** What each level says for a match; 1 where nothing is known. */
  private double[][] ratios() {
    var ratios = new double[u.length][8];
    for (int f = 0; f < u.length; f++) {
      ratios[f][0] = 1;
      for (int level = 1; level <= u[f].length; level++) {
        ratios[f][level] = m[f][level - 1] / u[f][level - 1];
      }
    }
    return ratios;
  }

  private double expect(double[][] counts) {
    double matches = 0;
    var ratios = ratios();
    for (int at = 0; at < seen.size(); at++) {
      long pattern = seen.pattern(at);
      double odds = share / (1 - share);
      for (int f = 0; f < u.length; f++) {
        odds *= ratios[f][Comparer.level(pattern, f)];
      }
      double expected = seen.count(at) * (odds / (1 + odds));
      if (Double.isInfinite(odds)) {
        expected = seen.count(at);
      }
      matches += expected;
      for (int f = 0; f < u.length; f++) {
        counts[f][Comparer.level(pattern, f)] += expected;
      }
    }
    return matches;
  }
}
