package org.masterplan.matching.live;

import org.masterplan.matching.cluster.PairWeights;

/** The weights of some records, by their places among these. */
record Among(int[] members, PairWeights weights) implements PairWeights {
  @Override
  public double weight(int left, int right) {
    return weights.weight(members[left], members[right]);
  }

  @Override
  public int parts() {
    return weights.parts();
  }

  @Override
  public double weigh(int left, int right, double[] parts) {
    return weights.weigh(members[left], members[right], parts);
  }
}
