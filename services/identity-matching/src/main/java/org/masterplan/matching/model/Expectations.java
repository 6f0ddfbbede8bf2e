package org.masterplan.matching.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the passes say together. */
final class Expectations {
  private static final double DEFAULT_PRIOR_PAIRS = 1;

  private final double[][] counts;
  private final List<Passed> passes = new ArrayList<>();

  private record Passed(List<Integer> blocked, double matches) {}

  Expectations(int features) {
    counts = new double[features][8];
  }

  void add(Passes.Pass pass, Expectation.Found found) {
    for (int f = 0; f < counts.length; f++) {
      if (!pass.blocked().contains(f)) {
        for (int level = 1; level < 8; level++) {
          counts[f][level] += found.counts()[f][level];
        }
      }
    }
    passes.add(new Passed(pass.blocked(), found.matches()));
  }

  double[] shares(int feature, int levels) {
    var known = Arrays.copyOfRange(counts[feature], 1, levels + 1);
    if (Arrays.stream(known).sum() < 5) {
      for (int l = 0; l < levels; l++) {
        known[l] += 10 * Math.pow(0.3, l);
      }
    }
    return Trainer.shares(known, 0.2);
  }

  /** Matches found by a pass, over the share of matches that agree on what it blocks on. */
  double prior(double pairs) {
    var estimates = new ArrayList<Double>();
    for (var pass : passes) {
      double agreeing = 1;
      for (int f : pass.blocked()) {
        double known = Arrays.stream(counts[f], 1, 8).sum();
        agreeing *= known == 0 ? 0.5 : Math.max(0.05, counts[f][1] / known);
      }
      estimates.add(pass.matches() / agreeing);
    }
    estimates.sort(null);
    double matches =
        estimates.isEmpty() ? DEFAULT_PRIOR_PAIRS : estimates.get(estimates.size() / 2);
    return Math.clamp(matches / pairs, 1e-12, 0.5);
  }
}
