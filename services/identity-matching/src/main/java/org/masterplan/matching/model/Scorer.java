package org.masterplan.matching.model;

import java.util.Optional;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.table.Table;

/** Weighs pairs of records by a model and by how common their values are. */
public final class Scorer {
  /** The weight of a pair under a veto. */
  public static final double NEVER = -1e9;

  /** The most that a pair can weigh where nothing but a name and a birth year agree. */
  public static final double UNWITNESSED = -0.5;

  private static final double MOST_ADJUSTMENT = 10;

  private final Table table;
  private final Model model;
  private final Frequencies frequencies;
  private final Guards guards;
  private final double[][] weights;

  public Scorer(Table table, Model model, Frequencies frequencies) {
    this.table = table;
    this.model = model;
    this.frequencies = frequencies;
    this.guards = new Guards(table);
    this.weights = new double[model.comparisons().size()][8];
    for (int f = 0; f < weights.length; f++) {
      for (int level = 1; level <= model.comparisons().get(f).levels().size(); level++) {
        weights[f][level] = model.comparisons().get(f).weight(level);
      }
    }
  }

  /**
   * The log odds in bits that both are one person: the prior and each feature's part, and what the
   * guards say; {@link #NEVER} for a veto.
   */
  public double weight(long pattern, int left, int right) {
    if (guards.veto(left, right).isPresent()) {
      return NEVER;
    }
    double sum = evidence(pattern, left, right);
    return sum > UNWITNESSED && !guards.witnessed(pattern) ? UNWITNESSED : sum;
  }

  /** The prior and each feature's part, before the guards. */
  public double evidence(long pattern, int left, int right) {
    double sum = model.priorWeight();
    for (int f = 0; f < weights.length; f++) {
      sum += part(f, Comparer.level(pattern, f), left, right);
    }
    return sum;
  }

  /** Why two records can never be one person, if so. */
  public Optional<String> veto(int left, int right) {
    return guards.veto(left, right);
  }

  /** What one feature adds. */
  public double part(int feature, int level, int left, int right) {
    if (level == 0 || level <= 2 && hub(feature, left, right)) {
      return 0;
    }
    return weights[feature][level] + adjustment(feature, level, left, right);
  }

  private boolean hub(int feature, int left, int right) {
    var column = table.columns().get(feature);
    return frequencies.hub(feature, column.code(left))
        || frequencies.hub(feature, column.code(right));
  }

  /** Agreement on a rare value is worth more than on a common one. */
  public double adjustment(int feature, int level, int left, int right) {
    var column = table.columns().get(feature);
    boolean name = column.feature().kind().partOfName();
    if (level != 1 && !(name && level == 2)) {
      return 0;
    }
    double share = frequencies.share(feature, column.code(left));
    double other = frequencies.share(feature, column.code(right));
    var u = model.comparisons().get(feature).u();
    double chance = name ? u[0] + u[1] : u[0];
    double bits = Math.log(chance / Math.max(share, other)) / Math.log(2);
    return Math.clamp(bits, -MOST_ADJUSTMENT, MOST_ADJUSTMENT);
  }
}
