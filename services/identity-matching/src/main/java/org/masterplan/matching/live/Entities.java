package org.masterplan.matching.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.masterplan.matching.table.RecordKey;
import org.masterplan.matching.table.Table;

/** The entity of each record, as the numbers of all its records. */
final class Entities {
  private final Table table;
  private final Map<Integer, int[]> groupOf = new HashMap<>();

  Entities(Table table, int[] entities) {
    this.table = table;
    var members = new TreeMap<Integer, List<Integer>>();
    for (int r = 0; r < entities.length; r++) {
      members.computeIfAbsent(entities[r], e -> new ArrayList<>(2)).add(r);
    }
    members.values().forEach(all -> put(all.stream().mapToInt(r -> r).toArray()));
  }

  private void put(int[] group) {
    for (int record : group) {
      groupOf.put(record, group);
    }
  }

  /** Takes a record out of its entity; the others of it stay together. */
  void leave(int record) {
    var group = groupOf.remove(record);
    if (group != null) {
      put(Arrays.stream(group).filter(other -> other != record).toArray());
    }
  }

  /** The numbers of all records of its entity. */
  List<Integer> fellows(int record) {
    var group = groupOf.get(record);
    return group == null ? List.of() : Arrays.stream(group).boxed().toList();
  }

  SortedSet<RecordKey> of(int record) {
    var group = groupOf.get(record);
    return group == null ? Collections.emptySortedSet() : keys(group);
  }

  /** The entities that these records are in; all records of an entity are expected to be there. */
  List<SortedSet<RecordKey>> among(Collection<Integer> records) {
    var seen = new HashSet<RecordKey>();
    var found = new ArrayList<SortedSet<RecordKey>>();
    for (int record : records) {
      var group = of(record);
      if (!group.isEmpty() && seen.add(group.first())) {
        found.add(group);
      }
    }
    return found;
  }

  /** Takes the new entities over; answers what is not as it was before. */
  Change change(List<SortedSet<RecordKey>> before, List<int[]> after) {
    after.forEach(this::put);
    var now = new ArrayList<SortedSet<RecordKey>>();
    after.forEach(group -> now.add(keys(group)));
    var same = new HashSet<>(before);
    same.retainAll(now);
    return new Change(others(before, same), others(now, same));
  }

  private static List<SortedSet<RecordKey>> others(
      List<SortedSet<RecordKey>> all, Collection<SortedSet<RecordKey>> same) {
    return all.stream()
        .filter(group -> !same.contains(group))
        .sorted((a, b) -> a.first().compareTo(b.first()))
        .toList();
  }

  private SortedSet<RecordKey> keys(int[] group) {
    var keys = new TreeSet<RecordKey>();
    for (int record : group) {
      keys.add(table.key(record));
    }
    return Collections.unmodifiableSortedSet(keys);
  }
}
