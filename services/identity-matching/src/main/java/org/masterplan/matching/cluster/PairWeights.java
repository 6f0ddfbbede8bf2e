package org.masterplan.matching.cluster;

/** The weight of any two records, in bits of log odds that they are one person. */
public interface PairWeights {
  double weight(int left, int right);

  /** Into how many parts {@link #weigh} takes a weight apart; 1 where only the whole is known. */
  default int parts() {
    return 1;
  }

  /**
   * As {@link #weight}, taken apart into parts that add up to it. A decision or a veto need not be.
   *
   * @param parts is given what each part adds; NaN where nothing is known of it
   */
  default double weigh(int left, int right, double[] parts) {
    parts[0] = weight(left, right);
    return parts[0];
  }

  /** What outweighs evidence. */
  interface Decision {
    /** What is decided on two records, in bits; NaN where nothing is. */
    double weight(int left, int right);
  }

  /** These weights, where nothing else is decided. */
  default PairWeights under(Decision decision) {
    return new Overruled(this, decision);
  }
}
