package org.masterplan.matching.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.Table;
import org.masterplan.matching.table.Value;

/**
 * How common values are, apart from the table in which they were counted, to be kept with a model.
 * A value is named by a hash, so that nobody's name or number stands in what is kept; whoever has a
 * key names hashes by it, so that nobody else can try names and numbers.
 *
 * @param columns in the order of the model's comparisons
 * @param naming what a hash is called in them
 */
public record SavedFrequencies(int records, List<Counted> columns, LongUnaryOperator naming) {
  /** Of a value that nobody counted. */
  static final Common UNKNOWN = new Common(0, 0);

  /**
   * What was counted of one feature.
   *
   * @param alone the share of a value that only one person has
   * @param common the values that more than one has, by hash
   */
  public record Counted(double alone, Map<Long, Common> common) {}

  /** A value's share among persons, and how many have it (0 where that is not asked). */
  public record Common(double share, int holders) {}

  /** Under the hashes themselves. */
  public SavedFrequencies(int records, List<Counted> columns) {
    this(records, columns, LongUnaryOperator.identity());
  }

  /** The same, under other names. */
  public SavedFrequencies renamed(LongUnaryOperator other) {
    var renamed = new ArrayList<Counted>();
    for (var column : columns) {
      var common = new HashMap<Long, Common>();
      column.common().forEach((name, each) -> common.put(other.applyAsLong(name), each));
      renamed.add(new Counted(column.alone(), common));
    }
    return new SavedFrequencies(records, List.copyOf(renamed), other);
  }

  /** The same, which stand under these names already. */
  public SavedFrequencies named(LongUnaryOperator names) {
    return new SavedFrequencies(records, columns, names);
  }

  /** What was counted over this table. */
  public static SavedFrequencies of(Frequencies counted, Table table) {
    var columns = new ArrayList<Counted>();
    for (int c = 0; c < table.columns().size(); c++) {
      columns.add(counted(counted, c, table.columns().get(c)));
    }
    return new SavedFrequencies(counted.records(), List.copyOf(columns));
  }

  private static Counted counted(Frequencies counted, int feature, FeatureColumn column) {
    var shares = counted.shares(feature);
    var holders = counted.holders(feature);
    double alone = counted.alone(feature);
    var common = new HashMap<Long, Common>();
    for (int code = 1; code < shares.length; code++) {
      int persons = code < holders.length ? holders[code] : 0;
      if (shares[code] > alone || persons > 1) {
        common.put(key(column, code), new Common(shares[code], persons));
      }
    }
    return new Counted(alone, common);
  }

  /** The same frequencies over another table of the same features, and what is added to it. */
  public Frequencies over(Table table) {
    var shares = new double[columns.size()][];
    var holders = new int[columns.size()][];
    var alone = columns.stream().mapToDouble(Counted::alone).toArray();
    for (int c = 0; c < shares.length; c++) {
      var column = table.columns().get(c);
      shares[c] = new double[column.distinct()];
      holders[c] = new int[column.distinct()];
      for (int code = 1; code < shares[c].length; code++) {
        var known = common(c, column, code);
        shares[c][code] = known == UNKNOWN ? alone[c] : known.share();
        holders[c][code] = known.holders();
      }
    }
    return new Frequencies(shares, holders, alone, records, new Remembering(table));
  }

  /** Each value is named once: naming by a key takes as long as comparing two records. */
  private final class Remembering implements Frequencies.Later {
    private final Table table;
    private final Common[][] known = new Common[columns.size()][];

    Remembering(Table table) {
      this.table = table;
      Arrays.fill(known, new Common[0]);
    }

    @Override
    public Common common(int feature, int code) {
      if (code >= known[feature].length) {
        known[feature] = Arrays.copyOf(known[feature], Math.max(64, code * 3 / 2 + 1));
      }
      var found = known[feature][code];
      if (found == null) {
        found = SavedFrequencies.this.common(feature, table.columns().get(feature), code);
        known[feature][code] = found;
      }
      return found;
    }
  }

  private Common common(int feature, FeatureColumn column, int code) {
    var counted = columns.get(feature).common();
    return counted.isEmpty() ? UNKNOWN : counted.getOrDefault(name(column, code), UNKNOWN);
  }

  private long name(FeatureColumn column, int code) {
    return naming.applyAsLong(key(column, code));
  }

  private static long key(FeatureColumn column, int code) {
    var value = column.value(code);
    var text = column.feature().kind().partOfName() ? value.folded() : spelled(value);
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static String spelled(Value value) {
    return String.join(
        "\u0000",
        value.canonical(),
        value.ymd(),
        value.piece(),
        value.validity().name(),
        String.join("\u0001", value.others()));
  }
}
