package org.masterplan.matching.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.masterplan.matching.table.LongBag;

/** Entities out of scored pairs. */
public final class Clusters {
  /** Bits of log odds from which a pair ties two records into one component. */
  public static final double LOW = -3;

  /** From here on a weight is a decision, not evidence. */
  static final double DECIDED = 1e5;

  private static final double STEP = 2;
  private static final int LARGEST_DENSE = 400;

  private final long[] pairs;
  private final float[] weights;
  private final PairWeights all;
  private final int[] entityOf;

  private Clusters(int records, long[] pairs, float[] weights, PairWeights all) {
    this.pairs = pairs;
    this.weights = weights;
    this.all = all;
    this.entityOf = new int[records];
  }

  /** The entity of each record: the number of its smallest record. */
  public static int[] of(int records, long[] pairs, float[] weights, PairWeights all) {
    var run = new Clusters(records, pairs, weights, all);
    Arrays.setAll(run.entityOf, i -> i);
    var everyone = new int[pairs.length];
    Arrays.setAll(everyone, i -> i);
    run.split(everyone, LOW);
    return run.entityOf;
  }

  /** Cuts into components at the threshold; those still too large are cut at a higher one. */
  private void split(int[] edges, double threshold) {
    var kept = Arrays.stream(edges).filter(e -> weights[e] >= threshold).toArray();
    var forest = new Forest(entityOf.length);
    for (int e : kept) {
      forest.join(LongBag.left(pairs[e]), LongBag.right(pairs[e]));
    }
    var membersOf = new java.util.TreeMap<Integer, List<Integer>>();
    var records =
        Arrays.stream(kept)
            .flatMap(
                e -> java.util.stream.IntStream.of(LongBag.left(pairs[e]), LongBag.right(pairs[e])))
            .sorted()
            .distinct()
            .toArray();
    for (int r : records) {
      membersOf.computeIfAbsent(forest.find(r), k -> new ArrayList<>()).add(r);
    }
    for (var component : membersOf.values()) {
      if (component.size() <= LARGEST_DENSE) {
        settle(component.stream().mapToInt(Integer::intValue).toArray());
      } else {
        int root = forest.find(component.getFirst());
        split(
            Arrays.stream(kept).filter(e -> forest.find(LongBag.left(pairs[e])) == root).toArray(),
            threshold + STEP);
      }
    }
  }

  private void settle(int[] members) {
    for (var group : new Linkage(members, all).groups()) {
      for (int record : group) {
        entityOf[record] = group[0];
      }
    }
  }
}
