package org.masterplan.matching.engine;

import org.masterplan.matching.model.Frequencies;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** Finds the prior at which the candidates' probabilities add up to the matches it promises. */
final class Priors {
  private static final int ROUNDS = 20;

  private Priors() {}

  /** The model with that prior; as it is where there are no two records. */
  static Model refine(
      Table table, Model model, Frequencies frequencies, long[] pairs, long[] patterns) {
    double total = table.size() * (table.size() - 1.0) / 2;
    if (total <= 0) {
      return model;
    }
    var scorer = new Scorer(table, model, frequencies);
    var bare = new double[pairs.length];
    for (int p = 0; p < pairs.length; p++) {
      bare[p] =
          scorer.weight(patterns[p], LongBag.left(pairs[p]), LongBag.right(pairs[p]))
              - model.priorWeight();
    }
    var refined = model;
    for (int round = 0; round < ROUNDS; round++) {
      double matches = 0;
      for (double weight : bare) {
        matches += Model.probability(weight + refined.priorWeight());
      }
      refined = refined.withPrior(Math.clamp(matches / total, 1e-12, 0.5));
    }
    return refined;
  }
}
