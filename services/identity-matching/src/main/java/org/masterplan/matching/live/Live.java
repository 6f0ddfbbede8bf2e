package org.masterplan.matching.live;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.masterplan.matching.candidate.LiveIndex;
import org.masterplan.matching.cluster.Clusters;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.model.Scorer;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.RecordKey;
import org.masterplan.matching.table.Table;

/**
 * Takes records one at a time after a batch: finds candidates by the same keys, scores them by the
 * batch's model, and clusters again only the component that was touched. What the batch learned
 * (weights, frequencies) stays until the next batch. Not for use by two threads at once.
 */
public final class Live {
  private final Table table;
  private final Scorer scorer;
  private final Comparer comparer;
  private final LiveIndex index;
  private final Map<RecordKey, Integer> numbers = new HashMap<>();
  private final Map<Integer, Map<Integer, Float>> edges = new HashMap<>();
  private final Map<Integer, Integer> entities = new HashMap<>();

  /** Goes on from a batch, whose table it takes over. */
  public Live(Resolution batch) {
    this.table = batch.table();
    this.scorer = batch.scorer();
    this.comparer = new Comparer(table);
    this.index = new LiveIndex(table);
    for (int r = 0; r < table.size(); r++) {
      numbers.put(table.key(r), r);
      entities.put(r, batch.entities()[r]);
    }
    var pairs = batch.candidates().pairs();
    for (int p = 0; p < pairs.length; p++) {
      tie(LongBag.left(pairs[p]), LongBag.right(pairs[p]), batch.weights()[p]);
    }
  }

  /**
   * What an upsert changed.
   *
   * @param entity the entity of the record, as the key of its first record
   * @param touched records whose entity is another than before, the new one included
   */
  public record Change(RecordKey entity, SortedSet<RecordKey> touched) {}

  /** Takes a record; one with the same key is replaced. */
  public Change upsert(RawRecord row) {
    var key = new RecordKey(row.source(), row.id());
    var component = new TreeSet<Integer>();
    var old = numbers.get(key);
    if (old != null) {
      component.addAll(forget(old));
    }
    int record = table.add(row);
    numbers.put(key, record);
    entities.put(record, record);
    for (int other : index.candidates(record)) {
      if (entities.containsKey(other)) {
        long pattern = comparer.pattern(other, record);
        tie(other, record, (float) scorer.weight(pattern, other, record));
      }
    }
    index.add(record);
    component.add(record);
    var touched = settle(reach(component));
    touched.add(key);
    return new Change(entity(key), touched);
  }

  /** The entity of a record that was taken, as the key of its first record. */
  public RecordKey entity(RecordKey key) {
    var number = numbers.get(key);
    if (number == null) {
      throw new IllegalArgumentException("no record " + key);
    }
    return table.key(entities.getOrDefault(number, number));
  }

  private void tie(int left, int right, float weight) {
    if (weight >= Clusters.LOW) {
      edges.computeIfAbsent(left, r -> new TreeMap<>()).put(right, weight);
      edges.computeIfAbsent(right, r -> new TreeMap<>()).put(left, weight);
    }
  }

  /** Unties a record; answers those that it was tied to. */
  private TreeSet<Integer> forget(int record) {
    entities.remove(record);
    var tied = edges.remove(record);
    if (tied == null) {
      return new TreeSet<>();
    }
    for (int other : tied.keySet()) {
      var back = edges.get(other);
      if (back != null) {
        back.remove(record);
      }
    }
    return new TreeSet<>(tied.keySet());
  }

  private int[] reach(TreeSet<Integer> from) {
    var reached = new TreeSet<>(from);
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (int other : edges.getOrDefault(open.poll(), Map.of()).keySet()) {
        if (reached.add(other)) {
          open.add(other);
        }
      }
    }
    return reached.stream().mapToInt(Integer::intValue).toArray();
  }

  private SortedSet<RecordKey> settle(int[] members) {
    var pairs = new LongBag();
    var weights = new HashMap<Long, Float>();
    for (int i = 0; i < members.length; i++) {
      for (var edge : edges.getOrDefault(members[i], Map.of()).entrySet()) {
        int j = Arrays.binarySearch(members, edge.getKey());
        if (j > i) {
          pairs.add(LongBag.pair(i, j));
          weights.put(LongBag.pair(i, j), edge.getValue());
        }
      }
    }
    var sorted = pairs.takeDistinct();
    var weight = new float[sorted.length];
    for (int p = 0; p < sorted.length; p++) {
      weight[p] = weights.getOrDefault(sorted[p], 0f);
    }
    return changed(
        members,
        Clusters.of(members.length, sorted, weight, (a, b) -> between(members[a], members[b])));
  }

  private double between(int left, int right) {
    return scorer.weight(comparer.pattern(left, right), left, right);
  }

  private SortedSet<RecordKey> changed(int[] members, int[] found) {
    var touched = new TreeSet<RecordKey>();
    for (int i = 0; i < members.length; i++) {
      var before = entities.put(members[i], members[found[i]]);
      if (before == null || before != members[found[i]]) {
        touched.add(table.key(members[i]));
      }
    }
    return touched;
  }
}
