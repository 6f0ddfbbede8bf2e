package org.masterplan.matching.model;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** How many persons have each value of a feature, by code. */
final class Holders {
  private final Table table;

  /** What was told of a kind once serves all columns. */
  private final Map<Kind, int[]> told = new ConcurrentHashMap<>();

  Holders(Table table) {
    this.table = table;
  }

  /** As many as there are entities with the value. */
  int[] among(FeatureColumn column, int[] entities) {
    var holders = new int[column.distinct()];
    for (long one : distinct(column, entities)) {
      holders[(int) (one >>> 32)]++;
    }
    return holders;
  }

  /**
   * Before any entity is known: as many as there are given names, or birth years if they are more.
   * Records are no persons, so that a customer of many sources is not taken for a crowd.
   */
  int[] apparent(FeatureColumn column) {
    var holders = among(column, told.computeIfAbsent(Kind.GIVEN, this::told));
    var born = among(column, told.computeIfAbsent(Kind.BIRTH, this::told));
    for (int code = 0; code < holders.length; code++) {
      holders[code] = Math.max(holders[code], born[code]);
    }
    return holders;
  }

  /** Each value once per entity that has it, as code and entity; -1 is no entity. */
  static long[] distinct(FeatureColumn column, int[] entities) {
    var seen = new LongBag();
    for (int r = 0; r < entities.length; r++) {
      if (column.code(r) != 0 && entities[r] >= 0) {
        seen.add((long) column.code(r) << 32 | entities[r]);
      }
    }
    return seen.takeDistinct();
  }

  /** A number per record for what its given name or birth year says; -1 where it says nothing. */
  private int[] told(Kind kind) {
    var numbers = new HashMap<String, Integer>();
    int column = table.columnOf(kind);
    var records = new int[table.size()];
    for (int r = 0; r < records.length; r++) {
      var value = table.value(column, r);
      var text = kind == Kind.BIRTH ? year(value.ymd()) : value.folded();
      records[r] = text.isEmpty() ? -1 : numbers.computeIfAbsent(text, t -> numbers.size());
    }
    return records;
  }

  private static String year(String ymd) {
    return ymd.length() < 4 ? "" : ymd.substring(0, 4);
  }
}
