package org.masterplan.matching.candidate;

import org.masterplan.matching.table.LongBag;

/** Sorted entries of hash and record, seen as blocks of equal hash. */
final class Blocks {
  private final long[] entries;
  private final int recordBits;

  Blocks(long[] sorted, int recordBits) {
    this.entries = sorted;
    this.recordBits = recordBits;
  }

  /** Records in blocks too wide to pair, each with its block's hash; 0 for all others. */
  record Wide(long[] shared, long count) {}

  /** The largest block size, at most {@code most}, at which all blocks give at most the budget. */
  int capFor(long budget, int most) {
    var blocksOfSize = new long[most + 1];
    for (int from = 0; from < entries.length; from = end(from)) {
      int size = end(from) - from;
      if (size <= most) {
        blocksOfSize[size]++;
      }
    }
    long pairs = 0;
    for (int size = 2; size <= most; size++) {
      pairs += blocksOfSize[size] * size * (size - 1) / 2;
      if (pairs > budget) {
        return size - 1;
      }
    }
    return most;
  }

  Wide emit(int cap, LongBag pairs, int records) {
    var shared = new long[records];
    long count = 0;
    for (int from = 0; from < entries.length; from = end(from)) {
      int to = end(from);
      if (to - from > cap) {
        count += to - from;
        mark(from, to, shared);
      } else {
        pair(from, to, pairs);
      }
    }
    return new Wide(shared, count);
  }

  /** Each record of a block with the next. */
  void chain(LongBag pairs) {
    for (int from = 0; from < entries.length; from = end(from)) {
      for (int i = from + 1; i < end(from); i++) {
        pairs.add(LongBag.pair(record(i - 1), record(i)));
      }
    }
  }

  private void mark(int from, int to, long[] shared) {
    for (int i = from; i < to; i++) {
      shared[record(i)] = Hashes.mix(entries[from] >>> recordBits, 11);
    }
  }

  private void pair(int from, int to, LongBag pairs) {
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        if (record(i) != record(j)) {
          pairs.add(LongBag.pair(record(i), record(j)));
        }
      }
    }
  }

  private int record(int at) {
    return (int) (entries[at] & ((1L << recordBits) - 1));
  }

  private int end(int from) {
    long block = entries[from] >>> recordBits;
    int to = from + 1;
    while (to < entries.length && entries[to] >>> recordBits == block) {
      to++;
    }
    return to;
  }
}
