package org.masterplan.matching.model;

import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.table.Table;

/** Weighs pairs of records by a model and by how common their values are. */
public final class Scorer {
  private static final double MOST_ADJUSTMENT = 10;

  private final Table table;
  private final Model model;
  private final Frequencies frequencies;
  private final double[][] weights;

  public Scorer(Table table, Model model, Frequencies frequencies) {
    this.table = table;
    this.model = model;
    this.frequencies = frequencies;
    this.weights = new double[model.comparisons().size()][8];
    for (int f = 0; f < weights.length; f++) {
      for (int level = 1; level <= model.comparisons().get(f).levels().size(); level++) {
        weights[f][level] = model.comparisons().get(f).weight(level);
      }
    }
  }

  /** The log odds in bits that both are one person: the prior and each feature's part. */
  public double weight(long pattern, int left, int right) {
    double sum = model.priorWeight();
    for (int f = 0; f < weights.length; f++) {
      sum += part(f, Comparer.level(pattern, f), left, right);
    }
    return sum;
  }

  /** What one feature adds. */
  public double part(int feature, int level, int left, int right) {
    return level == 0 ? 0 : weights[feature][level] + adjustment(feature, level, left, right);
  }

  /** Agreement on a rare value is worth more than on a common one. */
  public double adjustment(int feature, int level, int left, int right) {
    if (level != 1) {
      return 0;
    }
    var column = table.columns().get(feature);
    double share = frequencies.share(feature, column.code(left));
    double other = frequencies.share(feature, column.code(right));
    double chance = model.comparisons().get(feature).u()[0];
    double bits = Math.log(chance / Math.max(share, other)) / Math.log(2);
    return Math.clamp(bits, -MOST_ADJUSTMENT, MOST_ADJUSTMENT);
  }
}
