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

  /** Which pairs are left to a person however much they weigh. */
  private final boolean[] doubtful;

  Weighing(long[] pairs, long[] patterns, Scorer scorer, int threads) {
    this.evidence = new float[pairs.length];
    this.doubtful = new boolean[pairs.length];
    Ranges.run(
        pairs.length,
        threads,
        (from, to) -> {
          for (int p = from; p < to; p++) {
            int left = LongBag.left(pairs[p]);
            int right = LongBag.right(pairs[p]);
            evidence[p] = (float) scorer.parts(patterns[p], left, right);
            doubtful[p] = evidence[p] > 0 && scorer.doubt(patterns[p], left, right).isPresent();
          }
        });
  }

  int size() {
    return evidence.length;
  }

  /** The pair's weight under the scorer's prior. */
  double weight(int pair, Scorer scorer) {
    return scorer.guarded(doubtful[pair], evidence[pair]);
  }
}
