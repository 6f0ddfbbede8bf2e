package org.masterplan.matching.candidate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Ranges;

/**
 * Pairs as they are found, again and again. They are kept in parts by their left record, so that a
 * part is small enough to throw repeated ones out of it quickly. Not for use by two threads at
 * once.
 */
final class PairBag {
  /** Left records of a part, as bits: few enough to sort a part within a core's own memory. */
  private static final int PART_BITS = 10;

  /** From so many on, looking for repeated ones is worth more than a larger part. */
  private static final int MANY = 1 << 13;

  /** What an array holds. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final Part[] parts;
  private long added;

  PairBag(int records) {
    parts = new Part[(records >>> PART_BITS) + 1];
    Arrays.setAll(parts, p -> new Part());
  }

  private static final class Part {
    private long[] items = new long[64];
    private int size;
    private int sorted;

    void add(long item) {
      if (size == items.length) {
        makeRoom();
      }
      items[size++] = item;
    }

    private void makeRoom() {
      if (size >= MANY) {
        distinct();
      }
      if (size > items.length * 2L / 3) {
        items = Arrays.copyOf(items, (int) Math.min((long) MOST, size * 3L / 2));
      }
    }

    /** Sorts what is new and throws out what came again. */
    void distinct() {
      var fresh = Arrays.copyOfRange(items, sorted, size);
      Radix.sort(fresh, fresh.length);
      merge(fresh);
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
    private void merge(long[] fresh) {
      int before = sorted - 1;
      int at = size - 1;
      for (int i = fresh.length - 1; i >= 0; at--) {
        boolean old = before >= 0 && items[before] > fresh[i];
        items[at] = old ? items[before--] : fresh[i--];
      }
    }

    void take(Part other) {
      items = Arrays.copyOf(items, size + other.size);
      System.arraycopy(other.items, 0, items, size, other.size);
      size = items.length;
      other.items = new long[0];
      other.size = 0;
    }
  }

  void add(int a, int b) {
    int left = Math.min(a, b);
    parts[left >>> PART_BITS].add(LongBag.pair(left, Math.max(a, b)));
    added++;
  }

  /** How many were added, those that came again included. */
  long added() {
    return added;
  }

  /**
   * So many pairs, which lie in one array.
   *
   * @throws InvalidFields where no array holds as many
   */
  static int fitting(long pairs) {
    if (pairs > MOST) {
      throw InvalidFields.of(
          "records",
          "PAIRS_TOO_MANY",
          Map.of("value", String.valueOf(pairs), "expected", String.valueOf(MOST)));
    }
    return (int) pairs;
  }

  /**
   * What all the bags hold, ascending, each pair once; they are empty afterwards.
   *
   * @throws InvalidFields where they are more than one array holds
   */
  static long[] takeDistinct(List<PairBag> bags, int threads) {
    var into = bags.getFirst().parts;
    Ranges.each(
        into.length,
        threads,
        p -> {
          bags.stream().skip(1).forEach(bag -> into[p].take(bag.parts[p]));
          into[p].distinct();
        });
    var all = new long[fitting(Arrays.stream(into).mapToLong(part -> part.size).sum())];
    int at = 0;
    for (int p = 0; p < into.length; p++) {
      System.arraycopy(into[p].items, 0, all, at, into[p].size);
      at += into[p].size;
      into[p] = new Part();
    }
    return all;
  }
}
