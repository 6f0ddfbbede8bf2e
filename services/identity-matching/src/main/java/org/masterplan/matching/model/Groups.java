package org.masterplan.matching.model;

import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** Records grouped by their values of one feature or of two; those without a value in none. */
final class Groups {
  private final int[] records;

  /** Where each group begins, and behind them where the last one ends. */
  private final int[] starts;

  private final int count;

  private Groups(int[] records, int[] starts, int count) {
    this.records = records;
    this.starts = starts;
    this.count = count;
  }

  static Groups of(Table table, List<Integer> features) {
    var groups = by(table.columns().get(features.getFirst()), table.size());
    return features.size() == 1 ? groups : groups.cut(table.columns().get(features.getLast()));
  }

  private static Groups by(FeatureColumn column, int size) {
    var starts = new int[column.distinct() + 1];
    for (int r = 0; r < size; r++) {
      starts[column.code(r)]++;
    }
    starts[0] = 0;
    int before = 0;
    for (int code = 0; code < starts.length; code++) {
      int here = starts[code];
      starts[code] = before;
      before += here;
    }
    var records = new int[before];
    var next = starts.clone();
    for (int r = 0; r < size; r++) {
      int code = column.code(r);
      if (code != 0) {
        records[next[code]++] = r;
      }
    }
    return new Groups(records, starts, column.distinct());
  }

  /** Each group cut further by another feature. */
  private Groups cut(FeatureColumn column) {
    var cut = new int[records.length];
    var ends = new int[records.length + 1];
    int kept = 0;
    int groups = 0;
    for (int g = 0; g < count; g++) {
      var keyed = keyed(g, column);
      for (int i = 0; i < keyed.length; i++) {
        if (i == 0 || keyed[i] >>> 32 != keyed[i - 1] >>> 32) {
          ends[groups++] = kept;
        }
        cut[kept++] = (int) keyed[i];
      }
    }
    ends[groups] = kept;
    return new Groups(Arrays.copyOf(cut, kept), Arrays.copyOf(ends, groups + 1), groups);
  }

  private long[] keyed(int group, FeatureColumn column) {
    var keyed = new long[starts[group + 1] - starts[group]];
    int size = 0;
    for (int i = starts[group]; i < starts[group + 1]; i++) {
      int code = column.code(records[i]);
      if (code != 0) {
        keyed[size++] = (long) code << 32 | records[i];
      }
    }
    Arrays.sort(keyed, 0, size);
    return Arrays.copyOf(keyed, size);
  }

  /** How many pairs there are within groups. */
  long pairs() {
    long pairs = 0;
    for (int g = 0; g < count; g++) {
      long size = starts[g + 1] - starts[g];
      pairs += size * (size - 1) / 2;
    }
    return pairs;
  }

  /** All pairs within groups. */
  long[] list() {
    var list = new long[(int) pairs()];
    int size = 0;
    for (int g = 0; g < count; g++) {
      for (int i = starts[g]; i < starts[g + 1]; i++) {
        for (int j = i + 1; j < starts[g + 1]; j++) {
          list[size++] = LongBag.pair(records[i], records[j]);
        }
      }
    }
    return list;
  }
}
