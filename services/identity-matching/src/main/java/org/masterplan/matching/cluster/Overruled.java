package org.masterplan.matching.cluster;

/** Evidence, and decisions in its place where there are any. */
record Overruled(PairWeights evidence, Decision decision) implements PairWeights {
  @Override
  public double weight(int left, int right) {
    double decided = decision.weight(left, right);
    return Double.isNaN(decided) ? evidence.weight(left, right) : decided;
  }

  @Override
  public int parts() {
    return evidence.parts();
  }

  @Override
  public double weigh(int left, int right, double[] parts) {
    double decided = decision.weight(left, right);
    return Double.isNaN(decided) ? evidence.weigh(left, right, parts) : decided;
  }
}
