package org.masterplan.matching.model;

import java.util.HashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Ranges;
import org.masterplan.matching.table.Table;

/** How common each value is among persons, by feature and code. */
public final class Frequencies {
  /** More persons than this with one number: a household's or a shop's, no one's own. */
  private static final int MOST_HOLDERS = 5;

  private final double[][] shares;
  private final int[][] holders;
  private final double[] alone;
  private final int records;
  private final Later later;

  /** What is known of values that came after the counting. */
  interface Later {
    Later NOTHING = (_, _) -> SavedFrequencies.UNKNOWN;

    /** How common it is, {@link SavedFrequencies#UNKNOWN} where nobody knows. */
    SavedFrequencies.Common common(int feature, int code);
  }

  Frequencies(double[][] shares, int[][] holders, double[] alone, int records) {
    this(shares, holders, alone, records, Later.NOTHING);
  }

  /**
   * What was counted.
   *
   * @param alone by feature, the share of a value that only one person has
   */
  Frequencies(double[][] shares, int[][] holders, double[] alone, int records, Later later) {
    this.later = later;
    this.alone = alone;
    this.records = Math.max(1, records);
    this.shares = shares;
    this.holders = holders;
  }

  /** Whether it is counted of that feature how many persons have a value. */
  boolean counts(int feature) {
    return holders[feature].length > 0 || later != Later.NOTHING;
  }

  /** Whether so many persons have the value of a phone, e-mail or id that it names none of them. */
  public boolean hub(int feature, int code) {
    int known =
        code < holders[feature].length
            ? holders[feature][code]
            : later.common(feature, code).holders();
    return known > MOST_HOLDERS;
  }

  /** Before any entity is known: each record counts, and only what its names tell makes a hub. */
  public static Frequencies unresolved(Table table, int threads) {
    var holders = new Holders(table);
    var records = IntStream.range(0, table.size()).toArray();
    return counted(table, records, holders::apparent, threads);
  }

  /** Counts each value once per entity that has it. */
  public static Frequencies of(Table table, int[] entities, int threads) {
    var holders = new Holders(table);
    return counted(table, entities, column -> holders.among(column, entities), threads);
  }

  private static Frequencies counted(
      Table table, int[] entities, Function<FeatureColumn, int[]> persons, int threads) {
    var shares = new double[table.columns().size()][];
    var holders = new int[shares.length][];
    var alone = new double[shares.length];
    Ranges.each(
        shares.length,
        threads,
        c -> {
          var column = table.columns().get(c);
          var kind = column.feature().kind();
          var known = Holders.distinct(column, entities);
          holders[c] = namesOne(kind) ? persons.apply(column) : new int[0];
          shares[c] = shares(column, persons(column, known, holders[c]), known.length);
          alone[c] = Assumptions.share(kind, 1, known.length);
        });
    return new Frequencies(shares, holders, alone, table.size());
  }

  /**
   * How many have each value: what names a person is counted by what its names tell, if they do.
   */
  private static int[] persons(FeatureColumn column, long[] codeAndEntity, int[] told) {
    var persons = new int[column.distinct()];
    for (long one : codeAndEntity) {
      persons[(int) (one >>> 32)]++;
    }
    for (int code = 0; code < told.length; code++) {
      persons[code] = told[code] == 0 ? persons[code] : Math.min(persons[code], told[code]);
    }
    return persons;
  }

  /** A value is as common as all its spellings with and without marks together. */
  private static double[] shares(FeatureColumn column, int[] persons, int all) {
    var together = new HashMap<String, Integer>();
    for (int code = 1; code < persons.length; code++) {
      together.merge(column.value(code).folded(), persons[code], Integer::sum);
    }
    var shares = new double[persons.length];
    for (int code = 1; code < shares.length; code++) {
      int alike = together.getOrDefault(column.value(code).folded(), 0);
      shares[code] = Assumptions.share(column.feature().kind(), alike, all);
    }
    return shares;
  }

  double[] shares(int feature) {
    return shares[feature];
  }

  int[] holders(int feature) {
    return holders[feature];
  }

  double alone(int feature) {
    return alone[feature];
  }

  int records() {
    return records;
  }

  private static boolean namesOne(Kind kind) {
    return kind == Kind.PHONE || kind == Kind.EMAIL || kind == Kind.ID || kind == Kind.CODE;
  }

  /**
   * The share of persons who have the value, among those of whom any is known; a value that came
   * after the counting is taken for one person's own, unless another counting knew it.
   */
  public double share(int feature, int code) {
    if (code < shares[feature].length) {
      return shares[feature][code];
    }
    var known = later.common(feature, code);
    return known == SavedFrequencies.UNKNOWN ? alone[feature] : known.share();
  }
}
