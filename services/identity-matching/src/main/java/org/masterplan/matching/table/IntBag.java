package org.masterplan.matching.table;

import java.util.Arrays;

/** A growing array of ints. */
final class IntBag {
  private int[] items = new int[64];
  private int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size + (size >> 1));
    }
    items[size++] = item;
  }

  Integer[] boxed() {
    return Arrays.stream(items, 0, size).boxed().toArray(Integer[]::new);
  }

  int get(int at) {
    return items[at];
  }
}
