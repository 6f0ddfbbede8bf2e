package org.masterplan.matching.engine;

import java.util.Arrays;
import org.masterplan.matching.compare.Comparers;
import org.masterplan.matching.compare.Glance;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.model.Screen;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Ranges;

/**
 * The candidate pairs worth weighing, with their levels. Of most pairs a glance tells that whatever
 * else agrees they weigh less than {@link #LEAST}; those are not compared to the end.
 *
 * @param places where the pairs stand among the candidates, ascending
 * @param patterns their levels, {@link #VETO} where two records can never be one person
 */
record Compared(int[] places, long[] patterns) {
  /** Bits that no pair weighs less than, but for vetoes: as much against it as is ever told. */
  static final double LEAST = -12;

  /** The levels of no pair: a pattern is never negative. */
  static final long VETO = -1;

  private static final long HOPELESS = -2;

  /** Pairs that a thread takes at once. */
  private static final int CHUNK = 1 << 16;

  /** Pairs whose records are fetched together. */
  private static final int FETCHED = 64;

  private static final Compared NONE = new Compared(new int[0], new long[0]);

  /** Compares what the scorer does not see as hopeless; the answer does not depend on threads. */
  static Compared of(long[] pairs, int records, Comparers comparers, Scorer scorer, int threads) {
    double least = LEAST - Model.priorWeight(most(pairs.length, records));
    var chunks = new Compared[(pairs.length + CHUNK - 1) / CHUNK];
    Ranges.each(
        chunks.length,
        threads,
        chunk ->
            comparers.lend(
                comparer ->
                    chunks[chunk] =
                        new Looking(pairs, comparer.glance(), scorer, least)
                            .at(
                                chunk * CHUNK,
                                (int) Math.min(pairs.length, (chunk + 1L) * CHUNK))));
    return joined(chunks);
  }

  /** The largest prior that any round may find: were all candidates one person. */
  private static double most(long pairs, int records) {
    return Model.prior(pairs, records * (records - 1.0) / 2);
  }

  private static Compared joined(Compared[] chunks) {
    int size = Arrays.stream(chunks).mapToInt(chunk -> chunk.places.length).sum();
    var all = new Compared(new int[size], new long[size]);
    int at = 0;
    for (int c = 0; c < chunks.length; c++) {
      int length = chunks[c].places.length;
      System.arraycopy(chunks[c].places, 0, all.places, at, length);
      System.arraycopy(chunks[c].patterns, 0, all.patterns, at, length);
      at += length;
      chunks[c] = NONE;
    }
    return all;
  }

  /** What is told of a weight. */
  static double told(double weight) {
    return weight == Scorer.NEVER ? weight : Math.max(LEAST, weight);
  }

  int size() {
    return places.length;
  }

  /** What one thread looks at. */
  private static final class Looking {
    private final long[] pairs;
    private final Glance glance;
    private final Scorer scorer;
    private final Screen screen;
    private final double least;
    private final int[] next = new int[FETCHED];

    Looking(long[] pairs, Glance glance, Scorer scorer, double least) {
      this.pairs = pairs;
      this.glance = glance;
      this.scorer = scorer;
      this.screen = scorer.screen();
      this.least = least;
    }

    Compared at(int from, int to) {
      var places = new int[to - from];
      var patterns = new long[to - from];
      int kept = 0;
      for (int p = from; p < to; p++) {
        if ((p - from) % FETCHED == 0) {
          fetch(p, Math.min(to, p + FETCHED));
        }
        long pattern = pattern(LongBag.left(pairs[p]), LongBag.right(pairs[p]));
        if (pattern != HOPELESS) {
          places[kept] = p;
          patterns[kept++] = pattern;
        }
      }
      return new Compared(Arrays.copyOf(places, kept), Arrays.copyOf(patterns, kept));
    }

    private void fetch(int from, int to) {
      for (int p = from; p < to; p++) {
        next[p - from] = LongBag.right(pairs[p]);
      }
      glance.fetch(next, to - from);
    }

    private long pattern(int left, int right) {
      if (scorer.vetoed(left, right)) {
        return VETO;
      }
      var levels = glance.levels(left, right);
      boolean hopeless = screen.most(levels, left, right) < least;
      for (int f = 0; f < levels.length && !hopeless; f++) {
        hopeless = glance.tell(f) && screen.most(levels, left, right) < least;
      }
      return hopeless ? HOPELESS : kept(glance.pattern(), left, right);
    }

    private long kept(long pattern, int left, int right) {
      return screen.most(pattern, left, right) < least ? HOPELESS : pattern;
    }
  }
}
