package org.masterplan.matching.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.table.LongBag;

/** One run that joins the entities of records which hold one number, where nothing forbids it. */
final class Joining {
  /** More pairs than these are not looked through for a veto; such entities stay as they are. */
  private static final long MOST_PAIRS = 10_000;

  private final PairWeights weights;
  private final Fit fit;
  private final int[] entities;
  private final Map<Integer, List<Integer>> members = new HashMap<>();
  private final Set<Long> refused = new HashSet<>();

  /** Whether two holders of one number may be one person. */
  interface Fit {
    boolean holds(int left, int right);
  }

  /**
   * About to join.
   *
   * @param entities of each record its entity's smallest record; becomes what is joined
   */
  Joining(PairWeights weights, Fit fit, int[] entities) {
    this.weights = weights;
    this.fit = fit;
    this.entities = entities;
  }

  /** Joins what holds one number, number by number. */
  void run(Collection<List<Integer>> holders) {
    gather(holders);
    holders.forEach(this::joinAll);
  }

  /** The members of those entities that may be joined. */
  private void gather(Collection<List<Integer>> holders) {
    for (var records : holders) {
      if (records.stream().mapToInt(record -> entities[record]).distinct().count() > 1) {
        records.forEach(record -> members.put(entities[record], new ArrayList<>()));
      }
    }
    for (int r = 0; !members.isEmpty() && r < entities.length; r++) {
      var gathered = members.get(entities[r]);
      if (gathered != null) {
        gathered.add(r);
      }
    }
  }

  /** Each with each, in the order of their keys: the first may be the one that fits none. */
  private void joinAll(List<Integer> holders) {
    for (int i = 0; i < holders.size(); i++) {
      for (int j = i + 1; j < holders.size(); j++) {
        join(holders.get(i), holders.get(j));
      }
    }
  }

  private void join(int one, int other) {
    int into = Math.min(entities[one], entities[other]);
    int from = Math.max(entities[one], entities[other]);
    if (into != from && fit.holds(one, other) && allowed(into, from)) {
      var moved = members(from);
      moved.forEach(record -> entities[record] = into);
      members(into).addAll(moved);
      members.remove(from);
    }
  }

  /** Entities only grow, so that what was refused once need not be looked through again. */
  private boolean allowed(int into, int from) {
    long pair = LongBag.pair(into, from);
    if (refused.contains(pair)) {
      return false;
    }
    boolean allowed = unopposed(members(into), members(from));
    if (!allowed) {
      refused.add(pair);
    }
    return allowed;
  }

  private boolean unopposed(List<Integer> left, List<Integer> right) {
    return (long) left.size() * right.size() <= MOST_PAIRS
        && left.stream()
            .allMatch(a -> right.stream().allMatch(b -> weights.weight(a, b) > Scorer.NEVER));
  }

  private List<Integer> members(int entity) {
    return members.getOrDefault(entity, new ArrayList<>());
  }
}
