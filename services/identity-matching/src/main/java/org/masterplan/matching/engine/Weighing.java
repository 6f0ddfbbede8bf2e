package org.masterplan.matching.engine;

import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Ranges;

/**
 * What the features of each candidate pair say together, without the prior: the costly part of its
 * weight, found once per round.
 */
final class Weighing {
  private final float[] evidence;

  /** What each pair weighs at most. */
  private final float[] most;

  Weighing(long[] pairs, long[] patterns, Scorer scorer, int threads) {
    this.evidence = new float[pairs.length];
    this.most = new float[pairs.length];
    Ranges.run(
        pairs.length,
        threads,
        (from, to) -> {
          for (int p = from; p < to; p++) {
            int left = LongBag.left(pairs[p]);
            int right = LongBag.right(pairs[p]);
            evidence[p] = (float) scorer.parts(patterns[p], left, right);
            most[p] = (float) scorer.most(patterns[p], left, right);
          }
        });
  }

  int size() {
    return evidence.length;
  }

  /** The pair's weight under the scorer's prior. */
  double weight(int pair, Scorer scorer) {
    return scorer.guarded(most[pair], evidence[pair]);
  }
}
