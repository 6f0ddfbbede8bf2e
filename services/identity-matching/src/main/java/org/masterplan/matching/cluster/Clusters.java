package org.masterplan.matching.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Ranges;

/** Entities out of scored pairs. */
public final class Clusters {
  /** Bits of log odds from which a pair ties two records into one component. */
  public static final double LOW = -3;

  /** From here on a weight is a decision, not evidence. */
  static final double DECIDED = 1e5;

  /** At this weight people decided that two records are two persons. */
  static final double APART = -1e10;

  private static final double STEP = 2;
  private static final int LARGEST_DENSE = 400;

  /** From here on a higher threshold tells no more than that evidence is plenty. */
  private static final double PLENTY = 12;

  private final long[] pairs;
  private final float[] weights;
  private final Supplier<PairWeights> all;
  private final int threads;
  private final int[] entityOf;
  private final List<Crowd> crowds = new ArrayList<>();

  private Clusters(
      int records, long[] pairs, float[] weights, Supplier<PairWeights> all, int threads) {
    this.pairs = pairs;
    this.weights = weights;
    this.all = all;
    this.threads = threads;
    this.entityOf = new int[records];
  }

  /**
   * More records tied together than can be compared all with all; they were cut at a higher
   * threshold, and what is still too large was joined along its strongest ties alone.
   *
   * @param record the smallest
   */
  public record Crowd(int record, int size) {}

  /**
   * What was found.
   *
   * @param entities the entity of each record: the number of its smallest record
   * @param crowds to be looked at by a person
   */
  public record Found(int[] entities, List<Crowd> crowds) {}

  /** The entity of each record: the number of its smallest record. */
  public static int[] of(int records, long[] pairs, float[] weights, PairWeights all) {
    return found(records, pairs, weights, () -> all, 1).entities();
  }

  /**
   * The entities, and the crowds among them.
   *
   * @param all makes the weights of all pairs, once for each thread
   */
  public static Found found(
      int records, long[] pairs, float[] weights, Supplier<PairWeights> all, int threads) {
    var run = new Clusters(records, pairs, weights, all, threads);
    Arrays.setAll(run.entityOf, i -> i);
    run.split(IntStream.range(0, pairs.length), LOW);
    return new Found(run.entityOf, List.copyOf(run.crowds));
  }

  /** Cuts into components at the threshold; those still too large are cut at a higher one. */
  private void split(IntStream edges, double threshold) {
    var kept = edges.filter(e -> weights[e] >= threshold).toArray();
    var forest = new Forest(entityOf.length);
    for (int e : kept) {
      forest.join(LongBag.left(pairs[e]), LongBag.right(pairs[e]));
    }
    var components = forest.components();
    settle(components.stream().filter(c -> c.length <= LARGEST_DENSE).toList());
    for (var large : components) {
      if (large.length > LARGEST_DENSE) {
        int root = large[0];
        crowd(
            large,
            Arrays.stream(kept).filter(e -> forest.find(LongBag.left(pairs[e])) == root).toArray(),
            threshold);
      }
    }
  }

  private void crowd(int[] members, int[] edges, double threshold) {
    if (threshold == LOW) {
      crowds.add(new Crowd(members[0], members.length));
    }
    if (threshold < PLENTY) {
      split(Arrays.stream(edges), threshold + STEP);
      return;
    }
    var apart = IntStream.range(0, pairs.length).filter(e -> weights[e] <= -DECIDED).toArray();
    new Ties(pairs, weights, all.get())
        .join(members, edges, apart)
        .forEach((record, entity) -> entityOf[record] = entity);
  }

  private void settle(List<int[]> components) {
    Ranges.run(
        threads,
        threads,
        (from, to) -> {
          var own = all.get();
          for (int thread = from; thread < to; thread++) {
            for (int c = thread; c < components.size(); c += threads) {
              settle(components.get(c), own);
            }
          }
        });
  }

  private void settle(int[] members, PairWeights own) {
    if (members.length == 2) {
      boolean one = own.weight(members[0], members[1]) > 0;
      entityOf[members[1]] = members[one ? 0 : 1];
      return;
    }
    int[] groups = new Linkage(members, own).groups();
    for (int i = 0; i < members.length; i++) {
      entityOf[members[i]] = members[groups[i]];
    }
  }
}
