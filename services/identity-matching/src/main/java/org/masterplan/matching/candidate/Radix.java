package org.masterplan.matching.candidate;

import java.util.Arrays;

/** Sorts numbers by those of their bits that differ, some of them at a time. */
final class Radix {
  private static final int BITS = 11;
  private static final int MASK = (1 << BITS) - 1;

  /** So few are sorted by comparing them. */
  private static final int FEW = 1 << 10;

  private Radix() {}

  /** The first numbers of the array ascending; none of them is negative. */
  static void sort(long[] items, int size) {
    if (size < FEW) {
      Arrays.sort(items, 0, size);
      return;
    }
    long different = 0;
    for (int i = 1; i < size; i++) {
      different |= items[i] ^ items[0];
    }
    var from = items;
    var to = new long[size];
    for (int shift = 0; shift < Long.SIZE && different >>> shift != 0; shift += BITS) {
      // Between the numbers of a pair lie bits that are the same in all.
      shift += Long.numberOfTrailingZeros(different >>> shift);
      pass(from, to, size, shift);
      var spare = from;
      from = to;
      to = spare;
    }
    if (from != items) {
      System.arraycopy(from, 0, items, 0, size);
    }
  }

  private static void pass(long[] from, long[] to, int size, int shift) {
    var starts = new int[MASK + 2];
    for (int i = 0; i < size; i++) {
      starts[((int) (from[i] >>> shift) & MASK) + 1]++;
    }
    for (int digit = 0; digit < MASK; digit++) {
      starts[digit + 1] += starts[digit];
    }
    for (int i = 0; i < size; i++) {
      to[starts[(int) (from[i] >>> shift) & MASK]++] = from[i];
    }
  }
}
