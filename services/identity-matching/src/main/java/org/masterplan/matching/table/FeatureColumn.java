package org.masterplan.matching.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.record.Validity;

/** The values of one feature: one code per record, 0 where nothing is known. */
public final class FeatureColumn {
  static final Value NOTHING =
      new Value("", "", List.of(), List.of(), "", "", "", Validity.MISSING);

  private final Feature feature;
  private final List<Value> values = new ArrayList<>();
  private int[] slots = new int[0];
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
    if (slots.length == 0) {
      index(Integer.highestOneBit(Math.max(32, values.size())) * 4);
    }
    int slot = slot(value);
    if (slots[slot] == 0) {
      slots[slot] = values.size();
      values.add(value);
      if (values.size() * 2 > slots.length) {
        index(slots.length * 2);
        return values.size() - 1;
      }
    }
    return slots[slot];
  }

  private void index(int length) {
    slots = new int[length];
    for (int code = 1; code < values.size(); code++) {
      slots[slot(values.get(code))] = code;
    }
  }

  /** Where the value's code stands, or would stand. */
  private int slot(Value value) {
    int slot = (value.canonical().hashCode() * 0x9E3779B9 >>> 5) & (slots.length - 1);
    while (slots[slot] != 0 && !values.get(slots[slot]).equals(value)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Gives up what only further values need; it is made again if there are any. */
  void settle() {
    slots = new int[0];
    codes = Arrays.copyOf(codes, Math.max(16, size));
  }

  void add(int code) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = code;
  }

  void clear(int record) {
    codes[record] = 0;
  }

  /** Takes the code added last away and puts it in the place of that record's. */
  void moveLast(int record) {
    codes[record] = dropLast();
  }

  int dropLast() {
    return codes[--size];
  }
}
