package org.masterplan.matching.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.model.Frequencies;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.record.Validity;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/**
 * Entities that hold the same valid citizen number (CCCD) are one, whatever their weights say: but
 * only after clustering, so that no number ties crowds together; not where more persons hold it
 * than a household has; never against a veto or a person's decision; and not where surname and
 * given name both contradict, since a relative's number is then the likelier tale.
 */
final class StrongIds {
  private static final String CCCD = "CCCD";

  /** More pairs than these are not looked through for a veto; such entities stay as they are. */
  private static final long MOST_PAIRS = 10_000;

  private final Table table;
  private final PairWeights weights;
  private final int[] entities;
  private final int id;
  private final Map<Integer, List<Integer>> members = new HashMap<>();
  private final Set<Long> refused = new HashSet<>();

  private StrongIds(Table table, PairWeights weights, int[] entities) {
    this.table = table;
    this.weights = weights;
    this.entities = entities;
    this.id = table.columnOf(Kind.ID);
  }

  /** Joins in place; the entity is the number of its smallest record, as before. */
  static void join(Table table, Frequencies frequencies, PairWeights weights, int[] entities) {
    var run = new StrongIds(table, weights, entities);
    if (run.id >= 0) {
      var holders = run.holders(frequencies).values();
      run.gather(holders);
      holders.forEach(run::joinAll);
    }
  }

  private TreeMap<String, List<Integer>> holders(Frequencies frequencies) {
    var holders = new TreeMap<String, List<Integer>>();
    for (int r = 0; r < table.size(); r++) {
      var value = table.value(id, r);
      boolean strong = value.validity() == Validity.VALID && value.piece().equals(CCCD);
      if (strong && !frequencies.hub(id, table.columns().get(id).code(r))) {
        holders.computeIfAbsent(value.canonical(), c -> new ArrayList<>()).add(r);
      }
    }
    return holders;
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
    if (into != from && named(one, other) && allowed(into, from)) {
      var moved = members(from);
      moved.forEach(record -> entities[record] = into);
      members(into).addAll(moved);
      members.remove(from);
    }
  }

  private boolean named(int left, int right) {
    return same(Kind.GIVEN, left, right) || same(Kind.SURNAME, left, right);
  }

  /** Also where one of them is not known. */
  private boolean same(Kind kind, int left, int right) {
    var a = table.value(table.columnOf(kind), left).folded();
    var b = table.value(table.columnOf(kind), right).folded();
    return a.isEmpty() || b.isEmpty() || a.equals(b);
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
