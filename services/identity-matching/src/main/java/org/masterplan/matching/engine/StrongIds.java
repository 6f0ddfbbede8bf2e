package org.masterplan.matching.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.masterplan.matching.cluster.PairWeights;
import org.masterplan.matching.model.Citizens;
import org.masterplan.matching.model.Frequencies;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Table;

/**
 * Entities that hold the same valid citizen number (CCCD) are one, whatever their weights say: but
 * only after clustering, so that no number ties crowds together; not where more persons hold it
 * than a household has; never against a veto or a person's decision; and not where a relative's
 * number is the likelier tale: where it contradicts the birth year or the sex of its own record, or
 * the given names differ. Not for use by two threads at once.
 */
public final class StrongIds {
  private final Table table;
  private final Frequencies frequencies;
  private final Citizens citizens;
  private final int id;
  private final int given;
  private final int surname;
  private final int middle;

  /** Of a table, which may grow. */
  public StrongIds(Table table, Frequencies frequencies) {
    this.table = table;
    this.frequencies = frequencies;
    this.citizens = new Citizens(table);
    this.id = table.columnOf(Kind.ID);
    this.given = table.columnOf(Kind.GIVEN);
    this.surname = table.columnOf(Kind.SURNAME);
    this.middle = table.columnOf(Kind.MIDDLE);
  }

  /** The citizen number by which the record may be joined with others; empty if there is none. */
  public String number(int record) {
    boolean strong = id >= 0 && citizens.own(record);
    return strong && !frequencies.hub(id, table.code(id, record))
        ? table.value(id, record).canonical()
        : "";
  }

  /** Joins in place, all records in the order of their keys; an entity is its smallest record. */
  void join(PairWeights weights, int[] entities) {
    if (id >= 0) {
      var holders = new TreeMap<String, List<Integer>>();
      for (int record = 0; record < entities.length; record++) {
        var number = number(record);
        if (!number.isEmpty()) {
          holders.computeIfAbsent(number, _ -> new ArrayList<>()).add(record);
        }
      }
      new Joining(weights, this::named, entities).run(holders.values());
    }
  }

  /**
   * The same of groups of records, whichever these are.
   *
   * @param shared whether a record's number may join it with others
   */
  public List<int[]> joined(List<int[]> groups, PairWeights weights, IntPredicate shared) {
    int[] records =
        groups.stream()
            .flatMapToInt(Arrays::stream)
            .boxed()
            .sorted(Comparator.comparing(table::key))
            .mapToInt(Integer::intValue)
            .toArray();
    return Arrays.stream(records).anyMatch(shared)
        ? new Among(records, shared).joined(groups, weights)
        : groups;
  }

  /** Some records in the order of their keys, told by their places among these. */
  private final class Among {
    private final int[] records;
    private final TreeMap<String, List<Integer>> holders = new TreeMap<>();
    private final HashMap<Integer, Integer> places = new HashMap<>();

    Among(int[] records, IntPredicate shared) {
      this.records = records;
      for (int place = 0; place < records.length; place++) {
        places.put(records[place], place);
        if (shared.test(records[place])) {
          var number = number(records[place]);
          holders.computeIfAbsent(number, _ -> new ArrayList<>()).add(place);
        }
      }
    }

    List<int[]> joined(List<int[]> groups, PairWeights weights) {
      var entities = new int[records.length];
      for (var group : groups) {
        int first = Arrays.stream(group).map(this::place).min().orElseThrow();
        Arrays.stream(group).forEach(record -> entities[place(record)] = first);
      }
      new Joining(
              (a, b) -> weights.weight(records[a], records[b]),
              (a, b) -> named(records[a], records[b]),
              entities)
          .run(holders.values());
      var found = new TreeMap<Integer, List<Integer>>();
      for (int place = 0; place < entities.length; place++) {
        found.computeIfAbsent(entities[place], _ -> new ArrayList<>()).add(records[place]);
      }
      return found.values().stream().map(all -> all.stream().mapToInt(r -> r).toArray()).toList();
    }

    private int place(int record) {
      return places.getOrDefault(record, -1);
    }
  }

  /**
   * Whether their names let them be one person: each has the given name of the other, in whatever
   * column, or one of them has no name at all.
   */
  private boolean named(int left, int right) {
    var one = words(left);
    var other = words(right);
    return one.isEmpty() || other.isEmpty() || called(left, other) && called(right, one);
  }

  private boolean called(int record, List<String> words) {
    var names = given < 0 ? List.<String>of() : table.value(given, record).tokens();
    return !names.isEmpty() && words.containsAll(names);
  }

  private List<String> words(int record) {
    var words = new ArrayList<String>(4);
    for (int column : new int[] {given, middle, surname}) {
      if (column >= 0 && table.code(column, record) != 0) {
        words.addAll(table.value(column, record).tokens());
      }
    }
    return words;
  }
}
