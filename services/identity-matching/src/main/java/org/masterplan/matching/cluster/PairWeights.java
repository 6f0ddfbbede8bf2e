package org.masterplan.matching.cluster;

/** The weight of any two records, in bits of log odds that they are one person. */
public interface PairWeights {
  double weight(int left, int right);
}
