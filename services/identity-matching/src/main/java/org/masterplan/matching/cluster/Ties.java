package org.masterplan.matching.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.masterplan.matching.table.LongBag;

/**
 * Joins records that are too many to be compared all with all along their strongest ties, never
 * across a veto or a decision of people.
 */
final class Ties {
  private final long[] pairs;
  private final float[] weights;
  private final PairWeights all;
  private final Map<Integer, Integer> parent = new HashMap<>();

  /** By group, what people keep apart from it; and with that also what a veto does. */
  private final Map<Integer, Set<Integer>> apart = new HashMap<>();

  private final Map<Integer, Set<Integer>> opposed = new HashMap<>();

  Ties(long[] pairs, float[] weights, PairWeights all) {
    this.pairs = pairs;
    this.weights = weights;
    this.all = all;
  }

  /**
   * The entity of each member.
   *
   * @param edges the ties, as places in the pairs
   * @param never pairs, as places in the pairs, that stay apart
   */
  Map<Integer, Integer> join(int[] members, int[] edges, int[] never) {
    for (int record : members) {
      parent.put(record, record);
    }
    for (int e : never) {
      keep(opposed, pairs[e]);
      if (weights[e] <= Clusters.APART) {
        keep(apart, pairs[e]);
      }
    }
    Arrays.stream(edges)
        .boxed()
        .sorted(Comparator.comparing((Integer e) -> -weights[e]).thenComparing(e -> pairs[e]))
        .forEach(this::tie);
    var entities = new HashMap<Integer, Integer>();
    for (int record : members) {
      entities.put(record, root(record));
    }
    return entities;
  }

  private static void keep(Map<Integer, Set<Integer>> from, long pair) {
    int left = LongBag.left(pair);
    int right = LongBag.right(pair);
    from.computeIfAbsent(left, r -> new HashSet<>()).add(right);
    from.computeIfAbsent(right, r -> new HashSet<>()).add(left);
  }

  /** What people decided to be one is parted by their own decisions alone, by no veto. */
  private void tie(int edge) {
    int a = root(LongBag.left(pairs[edge]));
    int b = root(LongBag.right(pairs[edge]));
    int into = Math.min(a, b);
    int from = Math.max(a, b);
    boolean decided = weights[edge] >= Clusters.DECIDED;
    var others = (decided ? apart : opposed).getOrDefault(from, Set.of());
    double never = decided ? Clusters.APART : -Clusters.DECIDED;
    if (into == from || parted(into, others) || all.weight(into, from) <= never) {
      return;
    }
    parent.put(from, into);
    gather(apart, into, from);
    gather(opposed, into, from);
  }

  private static void gather(Map<Integer, Set<Integer>> of, int into, int from) {
    of.computeIfAbsent(into, r -> new HashSet<>()).addAll(of.getOrDefault(from, Set.of()));
  }

  /** Whether any of those that must stay apart from one group is in the other. */
  private boolean parted(int group, Set<Integer> others) {
    return others.stream().anyMatch(other -> parent.containsKey(other) && root(other) == group);
  }

  private int root(int record) {
    int root = record;
    for (int up = parent.getOrDefault(root, root); up != root; ) {
      root = up;
      up = parent.getOrDefault(root, root);
    }
    return root;
  }
}
