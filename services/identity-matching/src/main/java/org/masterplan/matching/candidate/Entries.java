package org.masterplan.matching.candidate;

import java.util.Arrays;

/**
 * Sorts entries whose highest bits are a hash. They are shared out by those bits first, so that
 * there is little left to sort.
 */
final class Entries {
  private static final int FEW = 1 << 10;
  private static final int MOST_BITS = 16;

  /** Of so many entries on average is a part that is sorted by itself. */
  private static final int PART_BITS = 3;

  private Entries() {}

  /** The first entries of the array ascending, each once. */
  static long[] sorted(long[] entries, int size) {
    var sorted = size < FEW ? Arrays.copyOf(entries, size) : shared(entries, size);
    if (size < FEW) {
      Arrays.sort(sorted);
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return kept == size ? sorted : Arrays.copyOf(sorted, kept);
  }

  private static long[] shared(long[] entries, int size) {
    int bits = Math.min(MOST_BITS, 31 - Integer.numberOfLeadingZeros(size) - PART_BITS);
    var starts = new int[(1 << bits) + 1];
    for (int i = 0; i < size; i++) {
      starts[part(entries[i], bits) + 1]++;
    }
    for (int part = 0; part < 1 << bits; part++) {
      starts[part + 1] += starts[part];
    }
    var shared = new long[size];
    var next = Arrays.copyOf(starts, 1 << bits);
    for (int i = 0; i < size; i++) {
      shared[next[part(entries[i], bits)]++] = entries[i];
    }
    for (int part = 0; part < 1 << bits; part++) {
      Arrays.sort(shared, starts[part], starts[part + 1]);
    }
    return shared;
  }

  /** In the order of the entries as signed numbers. */
  private static int part(long entry, int bits) {
    return (int) ((entry ^ Long.MIN_VALUE) >>> (Long.SIZE - bits));
  }
}
