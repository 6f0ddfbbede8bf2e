package org.masterplan.matching.table;

import java.util.Arrays;

/** A growing array of longs. */
public final class LongBag {
  private long[] items = new long[64];
  private int size;

  public void add(long item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2));
    }
    items[size++] = item;
  }

  public int size() {
    return size;
  }

  public long get(int at) {
    return items[at];
  }

  /** What was added, sorted, each once; the bag is empty afterwards. */
  public long[] takeDistinct() {
    Arrays.parallelSort(items, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || items[i] != items[i - 1]) {
        items[kept++] = items[i];
      }
    }
    var answer = Arrays.copyOf(items, kept);
    items = new long[64];
    size = 0;
    return answer;
  }

  /** A pair of record numbers, the smaller one first. */
  public static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  public static int left(long pair) {
    return (int) (pair >>> 32);
  }

  public static int right(long pair) {
    return (int) pair;
  }
}
