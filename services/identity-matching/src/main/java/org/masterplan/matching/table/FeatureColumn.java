package org.masterplan.matching.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.matching.record.Validity;

/** The values of one feature: one code per record, 0 where nothing is known. */
public final class FeatureColumn {
  static final Value NOTHING =
      new Value("", "", List.of(), List.of(), "", "", "", Validity.MISSING);

  private final Feature feature;
  private final List<Value> values = new ArrayList<>();
  private Map<Value, Integer> codeOf = new HashMap<>();
  private int[] codes = new int[16];
  private int size;

  FeatureColumn(Feature feature) {
    this.feature = feature;
    values.add(NOTHING);
  }

  public Feature feature() {
    return feature;
  }

  /** The code of the record's value, 0 for none. */
  public int code(int record) {
    return codes[record];
  }

  public Value value(int code) {
    return values.get(code);
  }

  /** How many distinct values there are, with the missing one. */
  public int distinct() {
    return values.size();
  }

  int codeOf(Value value) {
    if (codeOf.isEmpty()) {
      for (int code = 1; code < values.size(); code++) {
        codeOf.put(values.get(code), code);
      }
    }
    return codeOf.computeIfAbsent(
        value,
        v -> {
          values.add(v);
          return values.size() - 1;
        });
  }

  /** Gives up what only further values need; it is made again if there are any. */
  void settle() {
    codeOf = new HashMap<>();
    codes = Arrays.copyOf(codes, Math.max(16, size));
  }

  void add(int code) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = code;
  }
}
