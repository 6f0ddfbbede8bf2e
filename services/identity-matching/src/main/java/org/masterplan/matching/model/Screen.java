package org.masterplan.matching.model;

import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.compare.Glance;
import org.masterplan.matching.table.Table;

/** Tells the most that a pair's evidence can be, from what is known of it at a glance. */
public final class Screen {
  private static final int LEVELS = 8;

  /** From this level on a weight does not depend on the values. */
  private static final int ADJUSTED = 3;

  private final Scorer scorer;
  private final Table table;
  private final int features;

  /** By feature and level, what the level is worth on average. */
  private final double[] bits;

  /** By feature and level, the most that the level and worse ones are worth. */
  private final double[] best;

  private final boolean[] place;
  private final int[] levels;

  Screen(Scorer scorer, Table table) {
    this.scorer = scorer;
    this.table = table;
    this.features = scorer.features();
    this.levels = new int[features];
    this.bits = new double[features * LEVELS];
    this.best = new double[bits.length];
    this.place = new boolean[features];
    for (int f = 0; f < features; f++) {
      place[f] = scorer.place(f);
      int worst = scorer.model().comparisons().get(f).levels().size();
      for (int level = worst; level > 0; level--) {
        int at = f * LEVELS + level;
        bits[at] = scorer.bits(f, level);
        best[at] = level == worst ? bits[at] : Math.max(bits[at], best[at + 1]);
      }
    }
  }

  /** The most that {@link Scorer#each} can say of a pair with these levels. */
  public double most(int[] seen, int left, int right) {
    double sum = 0;
    double nearest = 0;
    double farthest = 0;
    for (int f = 0; f < features; f++) {
      double part = part(f, seen[f], left, right);
      if (place[f]) {
        nearest = Math.max(nearest, part);
        farthest = Math.min(farthest, part);
      } else {
        sum += part;
      }
    }
    return sum + nearest + farthest;
  }

  /** As above, of a pair that was compared. */
  public double most(long pattern, int left, int right) {
    for (int f = 0; f < features; f++) {
      levels[f] = Comparer.level(pattern, f);
    }
    return most(levels, left, right);
  }

  private double part(int feature, int level, int left, int right) {
    if (level < 0) {
      return untold(feature, level, left, right);
    }
    return level == 0 || level >= ADJUSTED
        ? bits[feature * LEVELS + level]
        : scorer.part(feature, level, left, right);
  }

  /** Levels that depend on the values may also say nothing, as those of a shop's telephone. */
  private double untold(int feature, int level, int left, int right) {
    int from = Glance.best(level);
    double most = best[feature * LEVELS + from];
    if (from >= ADJUSTED) {
      return Glance.orNone(level) ? Math.max(0, most) : most;
    }
    double rarity =
        Math.min(
            scorer.rarity(feature, table.code(feature, left)),
            scorer.rarity(feature, table.code(feature, right)));
    return Math.max(0, most + Math.max(0, rarity));
  }
}
