package org.masterplan.matching.engine;

import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.Ranges;

/** Finds the prior at which the candidates' probabilities add up to the matches it promises. */
final class Priors {
  private static final int ROUNDS = 20;

  /** Pairs that are added up together, whatever the threads, so that sums are always the same. */
  private static final int CHUNK = 1 << 16;

  private static final double LN2 = Math.log(2);

  private final Weighing weighing;
  private final int threads;

  private Priors(Weighing weighing, int threads) {
    this.weighing = weighing;
    this.threads = threads;
  }

  /** The scorer with that prior; as it is where there are no two records. */
  static Scorer refine(Scorer scorer, Weighing weighing, int records, int threads) {
    double total = records * (records - 1.0) / 2;
    return total <= 0 ? scorer : new Priors(weighing, threads).refined(scorer, total);
  }

  private Scorer refined(Scorer scorer, double total) {
    var odds = odds(scorer);
    double prior = scorer.model().prior();
    for (int round = 0; round < ROUNDS; round++) {
      double next = Model.prior(matches(odds, prior), total);
      if (next == prior) {
        break;
      }
      prior = next;
    }
    return scorer.withPrior(prior);
  }

  /** Of each pair, the odds that its evidence alone stands for. */
  private float[] odds(Scorer scorer) {
    var odds = new float[weighing.size()];
    double prior = scorer.model().priorWeight();
    Ranges.run(
        odds.length,
        threads,
        (from, to) -> {
          for (int p = from; p < to; p++) {
            odds[p] = (float) Math.exp((weighing.weight(p, scorer) - prior) * LN2);
          }
        });
    return odds;
  }

  private double matches(float[] odds, double prior) {
    double against = (1 - prior) / prior;
    var sums = new double[(odds.length + CHUNK - 1) / CHUNK];
    Ranges.run(
        sums.length,
        threads,
        (from, to) -> {
          for (int chunk = from; chunk < to; chunk++) {
            double sum = 0;
            int end = Math.min(odds.length, (chunk + 1) * CHUNK);
            for (int p = chunk * CHUNK; p < end; p++) {
              sum += odds[p] == Float.POSITIVE_INFINITY ? 1 : odds[p] / (odds[p] + against);
            }
            sums[chunk] = sum;
          }
        });
    double matches = 0;
    for (double sum : sums) {
      matches += sum;
    }
    return matches;
  }
}
