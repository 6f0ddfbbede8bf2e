package org.masterplan.matching.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Settings.Link;
import org.masterplan.matching.engine.StrongIds;
import org.masterplan.matching.explain.Explanation;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.table.RecordKey;
import org.masterplan.matching.table.Table;

/**
 * Takes records and decisions one at a time after a batch, and clusters again only the component
 * that was touched. What the batch learned (weights, frequencies) stays until the next batch. Not
 * for use by two threads at once.
 */
public final class Live {
  private final Table table;
  private final LiveTies ties;
  private final LiveDecisions decisions;
  private final Entities entities;
  private final StrongIds strong;
  private final NumberHolders holders;
  private final Map<RecordKey, Integer> numbers = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();

  /** Goes on from a batch, whose table it takes over; the batch's decisions stay in force. */
  public Live(Resolution batch) {
    this.table = batch.table();
    this.decisions = new LiveDecisions(batch.links());
    this.ties = LiveTies.of(batch, this::decided);
    this.entities = new Entities(table, batch.entities());
    this.strong = new StrongIds(table, batch.frequencies());
    this.holders = new NumberHolders(strong);
    for (int r = 0; r < table.size(); r++) {
      numbers.put(table.key(r), r);
      holders.add(r);
    }
  }

  /**
   * Takes a record; one with the same key is replaced, and one that says the same is left alone.
   */
  public Change upsert(RawRecord row) {
    var key = new RecordKey(row.source(), row.id());
    var present = numbers.get(key);
    if (present != null && ties.holds(present, row)) {
      return Change.NONE;
    }
    var number = present == null ? free.poll() : present;
    int record = number == null ? ties.size() : number;
    var touched = new TreeSet<Integer>();
    if (present != null) {
      touched.addAll(holders.remove(record));
    }
    touched.addAll(number == null ? ties.add(row) : ties.replace(number, row));
    touched.addAll(holders.add(record));
    numbers.put(key, record);
    for (var partner : decisions.partners(key)) {
      var other = numbers.get(partner);
      if (other != null && other != record) {
        ties.again(other, record);
      }
    }
    return settle(touched);
  }

  /** Forgets a record; nothing changes where there is none of that key. Decisions on it stay. */
  public Change remove(RecordKey key) {
    var record = numbers.remove(key);
    if (record == null) {
      return Change.NONE;
    }
    var around = reach(List.of(record)).records();
    var before = new ArrayList<>(entities.among(around));
    var touched = new TreeSet<>(around);
    touched.addAll(holders.remove(record));
    // Where it made a key common, others are tied by that key again.
    touched.addAll(ties.clear(record));
    touched.remove(record);
    entities.leave(record);
    free.add(record);
    var reached = reach(touched);
    before.addAll(entities.among(others(reached.records(), around)));
    return entities.change(before, clustered(reached));
  }

  private static Set<Integer> others(Set<Integer> all, Set<Integer> known) {
    var others = new TreeSet<>(all);
    others.removeAll(known);
    return others;
  }

  /**
   * Takes a person's decision on two records, in the place of an earlier one on the same two. It
   * waits for those that are not known yet, and outlives their replacement and removal.
   */
  public Change decide(Link link) {
    if (link.left().equals(link.right())) {
      throw new IllegalArgumentException("a decision needs two records: " + link.left());
    }
    decisions.put(link);
    return again(link.left(), link.right());
  }

  /** Takes a decision back: what is known of the two speaks again. */
  public Change withdraw(RecordKey left, RecordKey right) {
    return decisions.remove(left, right) ? again(left, right) : Change.NONE;
  }

  private Change again(RecordKey left, RecordKey right) {
    var a = numbers.get(left);
    var b = numbers.get(right);
    if (a == null || b == null) {
      return Change.NONE;
    }
    ties.again(a, b);
    return settle(Set.of(a, b));
  }

  /** All records of the entity that the record is in; empty where there is no such record. */
  public SortedSet<RecordKey> entity(RecordKey key) {
    var number = numbers.get(key);
    return number == null ? Collections.emptySortedSet() : entities.of(number);
  }

  /** What speaks for and against two records; empty where one of them is not known. */
  public Optional<Explanation> explain(RecordKey left, RecordKey right) {
    var a = numbers.get(left);
    var b = numbers.get(right);
    return a == null || b == null || a.equals(b)
        ? Optional.empty()
        : Optional.of(ties.explain(a, b));
  }

  /** How many keys are kept to find records by: as many as the records there are need. */
  public int keys() {
    return ties.keys();
  }

  private @Nullable Double decided(int left, int right) {
    var link = decisions.of(table.key(left), table.key(right));
    return link == null ? null : link.weight();
  }

  private Change settle(Collection<Integer> touched) {
    var reached = reach(touched);
    return entities.change(entities.among(reached.records()), clustered(reached));
  }

  /** With the whole entities they were in: one number may have joined what no pair ties. */
  private Reached reach(Collection<Integer> touched) {
    return ties.reach(touched, this::fellows);
  }

  private List<Integer> fellows(int record) {
    var fellows = new ArrayList<>(entities.fellows(record));
    fellows.addAll(holders.of(record));
    return fellows;
  }

  private List<int[]> clustered(Reached reached) {
    var groups = ties.groups(reached, ties.weights(), this::decidedWith);
    return strong.joined(groups, ties.weights(), holders::shared);
  }

  private List<Integer> decidedWith(int record) {
    return decisions.partners(table.key(record)).stream()
        .map(numbers::get)
        .filter(Objects::nonNull)
        .toList();
  }
}
