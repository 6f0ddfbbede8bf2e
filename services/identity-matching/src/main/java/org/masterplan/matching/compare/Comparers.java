package org.masterplan.matching.compare;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Ranges;
import org.masterplan.matching.table.Table;

/** Lends comparers of one table to threads, so that what one remembers serves the next. */
public final class Comparers {
  /** Pairs that a thread takes at once. */
  private static final int CHUNK = 1 << 16;

  private final Table table;
  private final Marks marks;
  private final Queue<Comparer> idle = new ConcurrentLinkedQueue<>();

  /**
   * Comparers of the table as it is now; its values are looked through once, by so many threads.
   *
   * @throws org.masterplan.kernel.refusal.InvalidFields where its records have too many features
   */
  public Comparers(Table table, int threads) {
    Comparer.requireFit(table);
    this.table = table;
    this.marks = Marks.of(table, threads);
  }

  /** The table that is compared. */
  public Table table() {
    return table;
  }

  /** Does the work with a comparer that no one else has meanwhile. */
  public void lend(Consumer<Comparer> work) {
    var known = idle.poll();
    var comparer = known == null ? new Comparer(table, marks) : known;
    work.accept(comparer);
    idle.add(comparer);
  }

  /** The levels of each of these pairs ({@link LongBag#pair}), found by so many threads. */
  public long[] patterns(long[] pairs, int threads) {
    var patterns = new long[pairs.length];
    Ranges.each(
        (pairs.length + CHUNK - 1) / CHUNK,
        threads,
        chunk ->
            lend(
                comparer -> {
                  int end = (int) Math.min(pairs.length, (chunk + 1L) * CHUNK);
                  for (int p = chunk * CHUNK; p < end; p++) {
                    patterns[p] = comparer.pattern(LongBag.left(pairs[p]), LongBag.right(pairs[p]));
                  }
                }));
    return patterns;
  }

  /** A comparer to keep. */
  public Comparer one() {
    return new Comparer(table, marks);
  }
}
