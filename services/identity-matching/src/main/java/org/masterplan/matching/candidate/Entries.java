package org.masterplan.matching.candidate;

import java.util.Arrays;

/**
 * Entries of hash and record, sorted. They are shared out by the highest bits of their hash first,
 * so that there is little left to sort. Its arrays are used again for the next entries.
 */
final class Entries {
  private static final int FEW = 1 << 10;
  private static final int MOST_BITS = 16;

  /** Of so many entries on average is a part that is sorted by itself. */
  private static final int PART_BITS = 3;

  private final int[] starts = new int[(1 << MOST_BITS) + 1];
  private long[] raw = new long[0];
  private long[] sorted = new long[0];
  private int size;

  /** Begins anew, with room for so many. */
  void clear(int room) {
    if (room > raw.length) {
      raw = new long[room];
      sorted = new long[room];
    }
    size = 0;
  }

  void add(long entry) {
    raw[size++] = entry;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The entry at a place, ascending once they are sorted. */
  long at(int place) {
    return sorted[place];
  }

  /** Sorts what was added; each counts once. */
  void sort() {
    if (size < FEW) {
      System.arraycopy(raw, 0, sorted, 0, size);
      Arrays.sort(sorted, 0, size);
    } else {
      share();
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    size = kept;
  }

  private void share() {
    int bits = Math.min(MOST_BITS, 31 - Integer.numberOfLeadingZeros(size) - PART_BITS);
    Arrays.fill(starts, 0, (1 << bits) + 1, 0);
    for (int i = 0; i < size; i++) {
      starts[part(raw[i], bits) + 1]++;
    }
    for (int part = 0; part < 1 << bits; part++) {
      starts[part + 1] += starts[part];
    }
    for (int i = 0; i < size; i++) {
      sorted[starts[part(raw[i], bits)]++] = raw[i];
    }
    int from = 0;
    for (int part = 0; part < 1 << bits; part++) {
      Arrays.sort(sorted, from, starts[part]);
      from = starts[part];
    }
  }

  /** In the order of the entries as signed numbers. */
  private static int part(long entry, int bits) {
    return (int) ((entry ^ Long.MIN_VALUE) >>> (Long.SIZE - bits));
  }
}
