package org.masterplan.matching.model;

import org.masterplan.matching.table.Table;

/** How common each value is among persons, by feature and code. */
public final class Frequencies {
  private final double[][] shares;

  private Frequencies(double[][] shares) {
    this.shares = shares;
  }

  /** Counts each value once per entity that has it. */
  public static Frequencies of(Table table, int[] entities) {
    var shares = new double[table.columns().size()][];
    for (int c = 0; c < shares.length; c++) {
      var column = table.columns().get(c);
      var seen = new org.masterplan.matching.table.LongBag();
      for (int r = 0; r < table.size(); r++) {
        if (column.code(r) != 0) {
          seen.add((long) column.code(r) << 32 | entities[r]);
        }
      }
      var distinct = seen.takeDistinct();
      shares[c] = new double[column.distinct()];
      for (long one : distinct) {
        shares[c][(int) (one >>> 32)] += 1.0 / distinct.length;
      }
    }
    return new Frequencies(shares);
  }

  public double share(int feature, int code) {
    return shares[feature][code];
  }

  /** Probability that two persons have the same value: the sum of squares. */
  public double chance(int feature) {
    double sum = 0;
    for (double share : shares[feature]) {
      sum += share * share;
    }
    return sum;
  }
}
