package org.masterplan.matching.model;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.table.Kind;
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
    var groups = Groups.of(table, blocked);
    long pairs = groups.pairs();
    if (pairs > MOST_PAIRS) {
      return false;
    }
    if (pairs >= FEWEST_PAIRS) {
      passes.add(new Pass(blocked, groups.list()));
    }
    return true;
  }
}
