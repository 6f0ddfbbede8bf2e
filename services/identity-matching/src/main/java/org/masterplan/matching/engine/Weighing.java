package org.masterplan.matching.engine;

import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Ranges;

/**
 * What the features of each candidate pair say together, without the prior: the costly part of its
 * weight, found once per round.
 */
final class Weighing {
  private static final double HALF_BITS = 2;
  private static final byte UNDOUBTED = Byte.MAX_VALUE;

  private final float[] evidence;

  /** What each pair weighs at most, in half bits: there are very many pairs, and few doubts. */
  private final byte[] most;

  Weighing(long[] pairs, long[] patterns, Scorer scorer, int threads) {
    this.evidence = new float[pairs.length];
    this.most = new byte[pairs.length];
    Ranges.run(
        pairs.length,
        threads,
        (from, to) -> {
          var parts = scorer.room();
          for (int p = from; p < to; p++) {
            int left = LongBag.left(pairs[p]);
            int right = LongBag.right(pairs[p]);
            double found = scorer.evidence(patterns[p], left, right, parts);
            evidence[p] = (float) found;
            most[p] = halfBits(scorer.most(patterns[p], left, right, found, parts));
          }
        });
  }

  int size() {
    return evidence.length;
  }

  /** The pair's weight under the scorer's prior. */
  double weight(int pair, Scorer scorer) {
    double doubt = most[pair] == UNDOUBTED ? Double.MAX_VALUE : most[pair] / HALF_BITS;
    return scorer.guarded(doubt, evidence[pair]);
  }

  private static byte halfBits(double bits) {
    return bits >= UNDOUBTED / HALF_BITS ? UNDOUBTED : (byte) Math.rint(bits * HALF_BITS);
  }
}
