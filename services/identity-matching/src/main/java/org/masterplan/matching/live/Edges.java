package org.masterplan.matching.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.masterplan.matching.cluster.Clusters;

/** The pairs heavy enough to tie two records into one component. */
final class Edges {
  private final Map<Integer, Map<Integer, Float>> edges = new HashMap<>();

  void tie(int left, int right, double weight) {
    if (weight >= Clusters.LOW) {
      edges.computeIfAbsent(left, r -> new TreeMap<>()).put(right, (float) weight);
      edges.computeIfAbsent(right, r -> new TreeMap<>()).put(left, (float) weight);
    }
  }

  void untie(int left, int right) {
    drop(left, right);
    drop(right, left);
  }

  /** Unties a record from all; answers those that it was tied to. */
  Set<Integer> forget(int record) {
    var tied = edges.remove(record);
    if (tied == null) {
      return Set.of();
    }
    tied.keySet().forEach(other -> drop(other, record));
    return tied.keySet();
  }

  private void drop(int from, int to) {
    var tied = edges.get(from);
    if (tied != null && tied.remove(to) != null && tied.isEmpty()) {
      edges.remove(from);
    }
  }

  Map<Integer, Float> of(int record) {
    return edges.getOrDefault(record, Map.of());
  }

  /**
   * These and all that are tied to them, over however many others.
   *
   * @param fellows who else belongs to a record though no pair ties them
   */
  Set<Integer> reach(Collection<Integer> from, Function<Integer, List<Integer>> fellows) {
    var reached = new TreeSet<>(from);
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      int record = open.remove();
      Stream.concat(of(record).keySet().stream(), fellows.apply(record).stream())
          .filter(reached::add)
          .forEach(open::add);
    }
    return reached;
  }
}
