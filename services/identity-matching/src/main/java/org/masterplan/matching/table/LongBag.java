package org.masterplan.matching.table;

import java.util.Arrays;

/** Longs of which each counts once: those that came again are thrown out when room gets short. */
public final class LongBag {
  /** From so many on, looking for repeated ones is worth more than a larger array. */
  private static final int MANY = 1 << 20;

  private long[] items = new long[64];
  private int size;
  private long added;

  public void add(long item) {
    if (size == items.length) {
      makeRoom();
    }
    items[size++] = item;
    added++;
  }

  private void makeRoom() {
    if (size >= MANY) {
      distinct();
    }
    if (size > items.length * 2L / 3) {
      items = Arrays.copyOf(items, (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2));
    }
  }

  /** How many were added, those that came again included. */
  public long added() {
    return added;
  }

  /** What was added, sorted, each once; the bag is empty afterwards. */
  public long[] takeDistinct() {
    distinct();
    var answer = size == items.length ? items : Arrays.copyOf(items, size);
    items = new long[64];
    size = 0;
    added = 0;
    return answer;
  }

  private void distinct() {
    Arrays.parallelSort(items, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || items[i] != items[i - 1]) {
        items[kept++] = items[i];
      }
    }
    size = kept;
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
