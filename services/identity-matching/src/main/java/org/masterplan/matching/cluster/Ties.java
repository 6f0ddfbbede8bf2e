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
  private final Map<Integer, Set<Integer>> apart = new HashMap<>();

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
      keep(LongBag.left(pairs[e]), LongBag.right(pairs[e]));
      keep(LongBag.right(pairs[e]), LongBag.left(pairs[e]));
    }
    Arrays.stream(edges)
        .boxed()
        .sorted(Comparator.comparing((Integer e) -> -weights[e]).thenComparing(e -> pairs[e]))
        .forEach(e -> tie(root(LongBag.left(pairs[e])), root(LongBag.right(pairs[e]))));
    var entities = new HashMap<Integer, Integer>();
    for (int record : members) {
      entities.put(record, root(record));
    }
    return entities;
  }

  private void keep(int one, int other) {
    apart.computeIfAbsent(one, r -> new HashSet<>()).add(other);
  }

  private void tie(int a, int b) {
    int into = Math.min(a, b);
    int from = Math.max(a, b);
    var others = apart.getOrDefault(from, Set.of());
    if (into == from || parted(into, others) || all.weight(into, from) <= -Clusters.DECIDED) {
      return;
    }
    parent.put(from, into);
    apart.computeIfAbsent(into, r -> new HashSet<>()).addAll(others);
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
