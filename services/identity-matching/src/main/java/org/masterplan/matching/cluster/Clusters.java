package org.masterplan.matching.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  /** Components that a thread takes at once. */
  private static final int CHUNK = 64;

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

  /** Whether so many records are too many to be compared all with all. */
  public static boolean crowd(int size) {
    return size > LARGEST_DENSE;
  }

  /** Whether what is too large at a threshold is cut at a higher one. */
  public static boolean cutFurther(double threshold) {
    return threshold < PLENTY;
  }

  /** The threshold at which it is cut: the next of {@link #LOW} and whole steps above it. */
  public static double higher(double threshold) {
    return LOW + STEP * (Math.floor((threshold - LOW) / STEP) + 1);
  }

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
    var edges = run.from(IntStream.range(0, pairs.length), LOW);
    for (double threshold = LOW; edges.length > 0; threshold = higher(threshold)) {
      edges = run.split(run.from(Arrays.stream(edges), threshold), threshold);
    }
    return new Found(run.entityOf, List.copyOf(run.crowds));
  }

  private int[] from(IntStream edges, double threshold) {
    return edges.filter(e -> weights[e] >= threshold).toArray();
  }

  /**
   * Settles the components that these edges tie, but for those too large; answers the edges of
   * those, to be cut at a higher threshold.
   */
  private int[] split(int[] edges, double threshold) {
    var forest = new Forest(entityOf.length);
    for (int e : edges) {
      forest.join(LongBag.left(pairs[e]), LongBag.right(pairs[e]));
    }
    var components = forest.components();
    settle(components.stream().filter(c -> !crowd(c.length)).toList());
    var large = components.stream().filter(c -> crowd(c.length)).toList();
    if (threshold == LOW) {
      large.forEach(members -> crowds.add(new Crowd(members[0], members.length)));
    }
    var roots = new BitSet();
    large.forEach(members -> roots.set(members[0]));
    var inLarge = Arrays.stream(edges).filter(e -> roots.get(root(forest, e))).toArray();
    if (cutFurther(threshold)) {
      return inLarge;
    }
    tie(large, inLarge, forest);
    return new int[0];
  }

  private int root(Forest forest, int edge) {
    return forest.find(LongBag.left(pairs[edge]));
  }

  /** Joins each crowd along its strongest ties. */
  private void tie(List<int[]> crowds, int[] edges, Forest forest) {
    var ties = byRoot(Arrays.stream(edges), forest);
    var apart =
        byRoot(
            IntStream.range(0, crowds.isEmpty() ? 0 : pairs.length)
                .filter(e -> weights[e] <= -DECIDED)
                .filter(e -> root(forest, e) == forest.find(LongBag.right(pairs[e]))),
            forest);
    for (var members : crowds) {
      new Ties(pairs, weights, all.get())
          .join(
              members,
              ties.getOrDefault(members[0], new int[0]),
              apart.getOrDefault(members[0], new int[0]))
          .forEach((record, entity) -> entityOf[record] = entity);
    }
  }

  private Map<Integer, int[]> byRoot(IntStream edges, Forest forest) {
    return edges
        .boxed()
        .collect(
            Collectors.groupingBy(
                e -> root(forest, e),
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    found -> found.stream().mapToInt(Integer::intValue).toArray())));
  }

  private void settle(List<int[]> components) {
    var own = new ConcurrentLinkedQueue<PairWeights>();
    int chunks = (components.size() + CHUNK - 1) / CHUNK;
    Ranges.each(
        chunks,
        threads,
        chunk -> {
          var idle = own.poll();
          var weights = idle == null ? all.get() : idle;
          int end = Math.min(components.size(), (chunk + 1) * CHUNK);
          components.subList(chunk * CHUNK, end).forEach(members -> settle(members, weights));
          own.add(weights);
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
