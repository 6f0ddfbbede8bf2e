package org.masterplan.matching.engine;

import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.Ranges;

/**
 * Finds the prior at which the candidates' probabilities add up to the matches it promises. Pairs
 * are counted by what their evidence weighs, in steps of 1/256 bit: a round then costs as much for
 * a million pairs as for ten.
 */
final class Priors {
  private static final int ROUNDS = 20;
  private static final int STEPS_A_BIT = 256;

  /** Evidence of more bits is as good as certain, of fewer as good as impossible. */
  private static final int MOST_BITS = 64;

  private final long[] pairsAt = new long[2 * MOST_BITS * STEPS_A_BIT + 1];
  private final double[] oddsAt = new double[pairsAt.length];

  private Priors(Scorer scorer, Weighing weighing, int threads) {
    for (int step = 0; step < oddsAt.length; step++) {
      oddsAt[step] = Math.pow(2, (double) step / STEPS_A_BIT - MOST_BITS);
    }
    Ranges.run(weighing.size(), threads, (from, to) -> count(scorer, weighing, from, to));
  }

  /** The scorer with that prior; as it is where there are no two records. */
  static Scorer refine(Scorer scorer, Weighing weighing, int records, int threads) {
    double total = records * (records - 1.0) / 2;
    return total <= 0
        ? scorer
        : scorer.withPrior(
            new Priors(scorer, weighing, threads).refined(scorer.model().prior(), total));
  }

  private double refined(double first, double total) {
    double prior = first;
    for (int round = 0; round < ROUNDS; round++) {
      double next = Model.prior(matches(prior), total);
      if (next == prior) {
        break;
      }
      prior = next;
    }
    return prior;
  }

  /** Counts are whole, so that their sums do not depend on the threads. */
  private void count(Scorer scorer, Weighing weighing, int from, int to) {
    var counts = new long[pairsAt.length];
    double prior = scorer.model().priorWeight();
    for (int p = from; p < to; p++) {
      double bits = Math.clamp(weighing.weight(p, scorer) - prior, -MOST_BITS, MOST_BITS);
      counts[(int) Math.round((bits + MOST_BITS) * STEPS_A_BIT)]++;
    }
    synchronized (pairsAt) {
      for (int step = 0; step < counts.length; step++) {
        pairsAt[step] += counts[step];
      }
    }
  }

  private double matches(double prior) {
    double against = (1 - prior) / prior;
    double matches = 0;
    for (int step = 0; step < pairsAt.length; step++) {
      matches += pairsAt[step] * (oddsAt[step] / (oddsAt[step] + against));
    }
    return matches;
  }
}
