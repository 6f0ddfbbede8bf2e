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
import org.masterplan.matching.cluster.Clusters;

/** The pairs heavy enough to tie two records into one component. */
final class Edges {
  /** Groups are joined only where some pair of theirs weighs more than this. */
  private static final double JOINS = 0;

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
   * Records that are clustered together.
   *
   * @param least the ties that count among them, as in a batch that cuts a crowd
   */
  record Reached(Set<Integer> records, double least) {}

  /**
   * These and all that they may be joined with, over however many others: weaker ties hold a
   * component together, but no entity. Where those are too many to be compared all with all, by
   * stronger ties alone.
   *
   * @param fellows who else belongs to a record though no pair ties them
   */
  Reached reach(Collection<Integer> from, Function<Integer, List<Integer>> fellows) {
    double least = JOINS;
    var records = reach(from, fellows, least);
    while (Clusters.crowd(records.size()) && Clusters.cutFurther(least)) {
      least = Clusters.higher(least);
      records = reach(from, fellows, least);
    }
    return new Reached(records, least);
  }

  /** No further than it takes to see that a crowd is to be cut. */
  private Set<Integer> reach(
      Collection<Integer> from, Function<Integer, List<Integer>> fellows, double least) {
    var reached = new TreeSet<>(from);
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty() && !(Clusters.crowd(reached.size()) && Clusters.cutFurther(least))) {
      int record = open.remove();
      of(record)
          .forEach(
              (other, weight) -> {
                if (weight >= least && reached.add(other)) {
                  open.add(other);
                }
              });
      fellows.apply(record).stream().filter(reached::add).forEach(open::add);
    }
    return reached;
  }
}
