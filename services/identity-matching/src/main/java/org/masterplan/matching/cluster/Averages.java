package org.masterplan.matching.cluster;

/**
 * What the records of two groups say on average of being one person, thing by thing: of each part
 * of their weights the mean over those pairs that know it. A telephone that one side lacks is then
 * no evidence, and what all pairs have (a prior, a name) counts once and not again with each pair.
 */
final class Averages {
  /** No part of one pair can outvote many others, for or against. */
  private static final double MOST = 30;

  private static final double NEVER = -1;

  private final int groups;
  private final int parts;
  private final double[] sums;
  private final int[] counts;

  /** The heaviest pair of two groups. */
  private final double[] ties;

  Averages(int groups, int parts) {
    this.groups = groups;
    this.parts = parts;
    this.sums = new double[groups * groups * parts];
    this.counts = new int[sums.length];
    this.ties = new double[groups * groups];
  }

  /** Two records' weight; vetoes and the decisions of people stay what they are. */
  void put(int one, int other, double weight, double[] told) {
    ties[one * groups + other] = weight;
    ties[other * groups + one] = weight;
    boolean decided = Math.abs(weight) >= Clusters.DECIDED;
    for (int part = 0; part < parts; part++) {
      boolean whole = decided && part == parts - 1;
      if (whole || !decided && !Double.isNaN(told[part])) {
        double bits = whole ? weight : Math.clamp(told[part], -MOST, MOST);
        sums[at(one, other) + part] = bits;
        sums[at(other, one) + part] = bits;
        counts[at(one, other) + part] = 1;
        counts[at(other, one) + part] = 1;
      }
    }
  }

  /**
   * Bits for two groups being one; not above zero where no pair of theirs weighs more than that.
   */
  double of(int one, int other) {
    if (ties[one * groups + other] <= 0) {
      return NEVER;
    }
    int from = at(one, other);
    double bits = 0;
    for (int at = from; at < from + parts; at++) {
      bits += counts[at] == 0 ? 0 : sums[at] / counts[at];
    }
    return bits;
  }

  /** One group takes in another, as a third one sees them. */
  void join(int into, int from, int seen) {
    int tie = into * groups + seen;
    ties[tie] = Math.max(ties[tie], ties[from * groups + seen]);
    ties[seen * groups + into] = ties[tie];
    for (int part = 0; part < parts; part++) {
      sums[at(into, seen) + part] += sums[at(from, seen) + part];
      sums[at(seen, into) + part] = sums[at(into, seen) + part];
      counts[at(into, seen) + part] += counts[at(from, seen) + part];
      counts[at(seen, into) + part] = counts[at(into, seen) + part];
    }
  }

  private int at(int one, int other) {
    return (one * groups + other) * parts;
  }
}
