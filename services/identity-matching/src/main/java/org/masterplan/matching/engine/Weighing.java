package org.masterplan.matching.engine;

import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Ranges;

/**
 * What the features of each compared pair say together, without the prior: the costly part of its
 * weight, found once per round.
 */
final class Weighing {
  private static final double HALF_BITS = 2;
  private static final byte UNDOUBTED = Byte.MAX_VALUE;

  private final float[] evidence;

  /** What each pair weighs at most, in half bits: there are very many pairs, and few doubts. */
  private final byte[] most;

  Weighing(long[] pairs, Compared compared, Scorer scorer, int threads) {
    this.evidence = new float[compared.size()];
    this.most = new byte[evidence.length];
    Ranges.run(
        evidence.length,
        threads,
        (from, to) -> {
          var parts = scorer.room();
          for (int p = from; p < to; p++) {
            weigh(p, pairs[compared.places()[p]], compared.patterns()[p], scorer, parts);
          }
        });
  }

  private void weigh(int p, long pair, long pattern, Scorer scorer, double[] parts) {
    if (pattern == Compared.VETO) {
      evidence[p] = (float) Scorer.NEVER;
      most[p] = UNDOUBTED;
      return;
    }
    int left = LongBag.left(pair);
    int right = LongBag.right(pair);
    double found = scorer.each(pattern, left, right, parts);
    evidence[p] = (float) found;
    most[p] = halfBits(scorer.most(pattern, left, right, found, parts));
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
