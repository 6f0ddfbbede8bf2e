package org.masterplan.matching.model;

import java.util.HashMap;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** How common each value is among persons, by feature and code. */
public final class Frequencies {
  /** More persons than this with one number: a household's or a shop's, no one's own. */
  private static final int MOST_HOLDERS = 5;

  private final double[][] shares;
  private final int[][] holders;
  private final int records;

  private Frequencies(double[][] shares, int[][] holders, int records) {
    this.records = Math.max(1, records);
    this.shares = shares;
    this.holders = holders;
  }

  /** Whether so many persons have the value of a phone, e-mail or id that it names none of them. */
  public boolean hub(int feature, int code) {
    return code < holders[feature].length && holders[feature][code] > MOST_HOLDERS;
  }

  /** Counts each value once per entity that has it. */
  public static Frequencies of(Table table, int[] entities) {
    var shares = new double[table.columns().size()][];
    var holders = new int[shares.length][];
    for (int c = 0; c < shares.length; c++) {
      var column = table.columns().get(c);
      var seen = new LongBag();
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
      if (column.feature().kind().partOfName()) {
        shares[c] = withoutMarks(column, shares[c]);
      }
      holders[c] = namesOne(column.feature().kind()) ? count(distinct, column) : new int[0];
    }
    return new Frequencies(shares, holders, table.size());
  }

  /** Names are as common as all their spellings with and without marks together. */
  private static double[] withoutMarks(FeatureColumn column, double[] shares) {
    var together = new HashMap<String, Double>();
    for (int code = 1; code < shares.length; code++) {
      together.merge(column.value(code).folded(), shares[code], Double::sum);
    }
    var merged = new double[shares.length];
    for (int code = 1; code < shares.length; code++) {
      merged[code] = together.getOrDefault(column.value(code).folded(), 0.0);
    }
    return merged;
  }

  private static boolean namesOne(Kind kind) {
    return kind == Kind.PHONE || kind == Kind.EMAIL || kind == Kind.ID || kind == Kind.CODE;
  }

  private static int[] count(long[] codeAndEntity, FeatureColumn column) {
    var holders = new int[column.distinct()];
    for (long one : codeAndEntity) {
      holders[(int) (one >>> 32)]++;
    }
    return holders;
  }

  /**
   * The share of persons who have the value, among those of whom any is known; a value that came
   * after the counting is taken as one of its kind.
   */
  public double share(int feature, int code) {
    return code < shares[feature].length ? shares[feature][code] : 1.0 / records;
  }
}
