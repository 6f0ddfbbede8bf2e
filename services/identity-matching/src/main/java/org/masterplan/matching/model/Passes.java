package org.masterplan.matching.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/** The passes of the training: pairs that agree exactly on some features. */
final class Passes {
  private static final long MOST_PAIRS = 1_000_000;
  private static final long FEWEST_PAIRS = 50;

  private final Table table;
  private final int features;

  private Passes(Table table) {
    this.table = table;
    this.features = table.columns().size();
  }

  /** Pairs agreeing on all of {@code blocked}, which therefore tell nothing of those features. */
  record Pass(List<Integer> blocked, long[] pairs) {
    long hidden(long pattern) {
      long kept = pattern;
      for (int f : blocked) {
        kept &= ~(7L << (f * Comparer.BITS));
      }
      return kept;
    }
  }

  /** Single features where that gives few enough pairs, pairs of the others. */
  static List<Pass> of(Table table) {
    var run = new Passes(table);
    var passes = new ArrayList<Pass>();
    var wide = new ArrayList<Integer>();
    for (int f = 0; f < run.features; f++) {
      if (table.columns().get(f).feature().kind() != Kind.GENDER && !run.take(List.of(f), passes)) {
        wide.add(f);
      }
    }
    for (int a = 0; a < wide.size(); a++) {
      for (int b = a + 1; b < wide.size(); b++) {
        run.take(List.of(wide.get(a), wide.get(b)), passes);
      }
    }
    return passes;
  }

  /** Adds the pass; false where it has too many pairs. */
  private boolean take(List<Integer> blocked, List<Pass> passes) {
    var entries = sorted(blocked);
    long pairs = 0;
    for (int from = 0, to; from < entries.length; from = to) {
      to = end(entries, from);
      pairs += (to - from) * (to - from - 1L) / 2;
    }
    if (pairs > MOST_PAIRS) {
      return false;
    }
    if (pairs >= FEWEST_PAIRS) {
      passes.add(new Pass(blocked, pairs(entries)));
    }
    return true;
  }

  private long[][] sorted(List<Integer> blocked) {
    var entries = new ArrayList<long[]>();
    for (int r = 0; r < table.size(); r++) {
      long key = 1;
      boolean known = true;
      for (int f : blocked) {
        int code = table.columns().get(f).code(r);
        known &= code != 0;
        key = key * 0x9E3779B97F4A7C15L + code;
      }
      if (known) {
        entries.add(new long[] {key, r});
      }
    }
    entries.sort((a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]));
    return entries.toArray(long[][]::new);
  }

  private static int end(long[][] entries, int from) {
    int to = from + 1;
    while (to < entries.length && entries[to][0] == entries[from][0]) {
      to++;
    }
    return to;
  }

  private static long[] pairs(long[][] entries) {
    var bag = new LongBag();
    for (int from = 0, to; from < entries.length; from = to) {
      to = end(entries, from);
      for (int i = from; i < to; i++) {
        for (int j = i + 1; j < to; j++) {
          bag.add(LongBag.pair((int) entries[i][1], (int) entries[j][1]));
        }
      }
    }
    return bag.takeDistinct();
  }

  @Override
  public String toString() {
    return Arrays.toString(table.columns().stream().map(c -> c.feature().name()).toArray());
  }
}
