package org.masterplan.matching.candidate;

import org.jspecify.annotations.Nullable;
import org.masterplan.matching.table.LongBag;

/** Sorted entries of hash and record, seen as blocks of equal hash. */
final class Blocks {
  private final Entries entries;
  private final int recordBits;

  Blocks(Entries sorted, int recordBits) {
    this.entries = sorted;
    this.recordBits = recordBits;
  }

  /** The largest block size, at most {@code most}, at which all blocks give at most the budget. */
  int capFor(long budget, int most) {
    var blocksOfSize = new long[most + 1];
    int to;
    for (int from = 0; from < entries.size(); from = to) {
      to = end(from);
      if (to - from <= most) {
        blocksOfSize[to - from]++;
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

  /** How many pairs blocks up to the cap give. */
  long pairs(int cap) {
    long pairs = 0;
    int to;
    for (int from = 0; from < entries.size(); from = to) {
      to = end(from);
      pairs += to - from > cap ? 0 : count(to - from);
    }
    return pairs;
  }

  /** Each so-manieth of the pairs that blocks up to the cap give. */
  long[] sample(int cap, long step) {
    var sample = new LongBag();
    long next = 0;
    int to;
    for (int from = 0; from < entries.size(); from = to) {
      to = end(from);
      long pairs = to - from > cap ? 0 : count(to - from);
      for (; next < pairs; next += step) {
        add(from, to, next, sample);
      }
      next -= pairs;
    }
    return sample.takeDistinct();
  }

  private static long count(long records) {
    return records * (records - 1) / 2;
  }

  /** The pair of that number among those of a block. */
  private void add(int from, int to, long number, LongBag into) {
    long rest = number;
    int i = from;
    for (; rest >= to - i - 1; i++) {
      rest -= to - i - 1;
    }
    int one = record(i);
    int other = record(i + 1 + (int) rest);
    if (one != other) {
      into.add(LongBag.pair(Math.min(one, other), Math.max(one, other)));
    }
  }

  /** Pairs what is in blocks up to the cap; answers how many are in wider ones. */
  long emit(int cap, @Nullable PairBag pairs, Wide wide) {
    long count = 0;
    int to;
    for (int from = 0; from < entries.size(); from = to) {
      to = end(from);
      if (to - from > cap) {
        count += to - from;
        mark(from, to, wide);
      } else if (pairs != null) {
        pair(from, to, pairs);
      }
    }
    return count;
  }

  /** Each record of a block with the next. */
  void chain(PairBag pairs) {
    for (int i = 1; i < entries.size(); i++) {
      if (entries.at(i) >>> recordBits == entries.at(i - 1) >>> recordBits) {
        pairs.add(record(i - 1), record(i));
      }
    }
  }

  private void mark(int from, int to, Wide wide) {
    long hash = Hashes.mix(entries.at(from) >>> recordBits, 11);
    for (int i = from; i < to; i++) {
      wide.mark(record(i), hash);
    }
  }

  private void pair(int from, int to, PairBag pairs) {
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        if (record(i) != record(j)) {
          pairs.add(record(i), record(j));
        }
      }
    }
  }

  private int record(int at) {
    return (int) (entries.at(at) & ((1L << recordBits) - 1));
  }

  private int end(int from) {
    long block = entries.at(from) >>> recordBits;
    int to = from + 1;
    while (to < entries.size() && entries.at(to) >>> recordBits == block) {
      to++;
    }
    return to;
  }
}
