package org.masterplan.matching.engine;

import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.model.Scorer;

/** What a table's records say themselves. Not for use by two threads at once. */
public record Evidence(Scorer scorer, Comparer comparer) implements PairWeights {
  @Override
  public double weight(int left, int right) {
    return scorer.weight(comparer.pattern(left, right), left, right);
  }

  @Override
  public int parts() {
    return scorer.features() + 1;
  }

  @Override
  public double weigh(int left, int right, double[] parts) {
    return scorer.weigh(comparer.pattern(left, right), left, right, parts);
  }
}
