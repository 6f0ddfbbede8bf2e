package org.masterplan.matching.live;

import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.table.Table;

/** One of two records is always the left one, whoever asks: equal names may be read either way. */
record Ordered(Table table, PairWeights evidence) implements PairWeights {
  @Override
  public double weight(int left, int right) {
    return turned(left, right) ? evidence.weight(right, left) : evidence.weight(left, right);
  }

  @Override
  public int parts() {
    return evidence.parts();
  }

  @Override
  public double weigh(int left, int right, double[] parts) {
    return turned(left, right)
        ? evidence.weigh(right, left, parts)
        : evidence.weigh(left, right, parts);
  }

  private boolean turned(int left, int right) {
    return table.key(left).compareTo(table.key(right)) > 0;
  }
}
