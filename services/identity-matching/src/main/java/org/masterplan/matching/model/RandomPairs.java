package org.masterplan.matching.model;

import java.util.List;
import java.util.SplittableRandom;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.compare.Comparers;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.LongBag;

/** Pairs of records taken at random (all, where there are few), with their levels. */
record RandomPairs(long[] pairs, long[] patterns) {
  private static final long SEED = 20261121;
  private static final int MOST = 500_000;

  static RandomPairs of(Comparers comparers, int threads) {
    var pairs = pairs(comparers.table().size());
    return new RandomPairs(pairs, comparers.patterns(pairs, threads));
  }

  private static long[] pairs(int records) {
    var bag = new LongBag();
    if (records * (records - 1L) / 2 <= MOST) {
      for (int i = 0; i < records; i++) {
        for (int j = i + 1; j < records; j++) {
          bag.add(LongBag.pair(i, j));
        }
      }
      return bag.takeDistinct();
    }
    var random = new SplittableRandom(SEED);
    for (int n = 0; n < MOST; n++) {
      int i = random.nextInt(records);
      int j = random.nextInt(records);
      if (i != j) {
        bag.add(LongBag.pair(i, j));
      }
    }
    return bag.takeDistinct();
  }

  /**
   * How often each level was seen, per feature, among pairs that are not known as one person, nor
   * seem to be one by what is assumed of their features: a small file's pairs are full of matches.
   */
  double[][] levels(List<Kind> kinds, int[] entities) {
    var odds = odds(kinds);
    var counts = new double[kinds.size()][8];
    for (int p = 0; p < pairs.length; p++) {
      if (entities[LongBag.left(pairs[p])] != entities[LongBag.right(pairs[p])]) {
        double two = 1 / (1 + odds(odds, patterns[p]));
        for (int f = 0; f < counts.length; f++) {
          counts[f][Comparer.level(patterns[p], f)] += two;
        }
      }
    }
    return counts;
  }

  private static double odds(double[][] odds, long pattern) {
    double product = 1 / Assumptions.PRIOR_PAIRS;
    for (int f = 0; f < odds.length; f++) {
      product *= odds[f][Comparer.level(pattern, f)];
    }
    return product;
  }

  private static double[][] odds(List<Kind> kinds) {
    var odds = new double[kinds.size()][8];
    for (int f = 0; f < odds.length; f++) {
      var m = Assumptions.matches(kinds.get(f));
      var u = Assumptions.unrelated(kinds.get(f));
      odds[f][0] = 1;
      for (int l = 0; l < m.length; l++) {
        odds[f][l + 1] = m[l] / u[l];
      }
    }
    return odds;
  }
}
