package org.masterplan.matching.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.masterplan.matching.cluster.Clusters;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/**
 * Clusters the records of a component, in the order of their keys, as a batch does.
 *
 * @param least of the ties among them those that count
 * @param decidedWith the records about which and this one people decided: keeping apart is no edge,
 *     but has to be known where a crowd is joined along its edges alone
 */
record Component(
    Table table,
    Edges edges,
    double least,
    PairWeights between,
    Function<Integer, List<Integer>> decidedWith) {

  List<int[]> groups(Collection<Integer> records) {
    int[] members =
        records.stream()
            .sorted(Comparator.comparing(table::key))
            .mapToInt(Integer::intValue)
            .toArray();
    var weights = weights(members);
    var pairs = weights.keySet().stream().mapToLong(Long::longValue).toArray();
    var weight = new float[pairs.length];
    for (int p = 0; p < pairs.length; p++) {
      weight[p] = weights.getOrDefault(pairs[p], 0f);
    }
    var inside = new Among(members, between);
    return grouped(members, Clusters.of(members.length, pairs, weight, inside));
  }

  /** The edges and decisions among them, by their places, in order. */
  private Map<Long, Float> weights(int[] members) {
    var places = new HashMap<Integer, Integer>();
    for (int i = 0; i < members.length; i++) {
      places.put(members[i], i);
    }
    var weights = new TreeMap<Long, Float>();
    for (int i = 0; i < members.length; i++) {
      var tied = edges.of(members[i]);
      var weighs = edges.weights(members[i]);
      for (int t = 0; t < tied.length; t++) {
        var other = places.get(tied[t]);
        if (other != null && weighs[t] >= least) {
          weights.put(LongBag.pair(i, other), weighs[t]);
        }
      }
      for (int decided : decidedWith.apply(members[i])) {
        var other = places.get(decided);
        if (other != null) {
          weights.put(LongBag.pair(i, other), (float) between.weight(members[i], decided));
        }
      }
    }
    return weights;
  }

  private static List<int[]> grouped(int[] members, int[] found) {
    var groups = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < members.length; i++) {
      groups.computeIfAbsent(found[i], g -> new ArrayList<>()).add(members[i]);
    }
    return groups.values().stream().map(all -> all.stream().mapToInt(r -> r).toArray()).toList();
  }
}
