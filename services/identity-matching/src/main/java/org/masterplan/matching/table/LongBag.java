package org.masterplan.matching.table;

import java.util.Arrays;

/** Longs of which each counts once: those that came again are thrown out when room gets short. */
public final class LongBag {
  /** From so many on, looking for repeated ones is worth more than a larger array. */
  private static final int MANY = 1 << 20;

  private long[] items = new long[64];
  private int size;
  private int sorted;
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
    sorted = 0;
    added = 0;
    return answer;
  }

  private void distinct() {
    Arrays.parallelSort(items, sorted, size);
    merge(Arrays.copyOfRange(items, sorted, size));
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || items[i] != items[i - 1]) {
        items[kept++] = items[i];
      }
    }
    size = kept;
    sorted = kept;
  }

  /** What was sorted before and what is sorted now, in one order. */
  private void merge(long[] later) {
    int before = sorted - 1;
    int at = size - 1;
    for (int i = later.length - 1; i >= 0; at--) {
      boolean old = before >= 0 && items[before] > later[i];
      items[at] = old ? items[before--] : later[i--];
    }
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
