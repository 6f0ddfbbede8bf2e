package org.masterplan.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.matching.table.Table;

/**
 * The batch's keys as an inverted index: which records have an atom. A rare atom gives all its
 * records; of common ones only the records that share at least two are taken, as in a batch.
 */
public final class LiveIndex {
  private static final int RARE = 200;
  private static final int WIDEST = 20_000;
  private static final int MOST_BY_COMMON_ATOMS = 300;

  private final Table table;
  private final List<Atoms> atoms;
  private final Map<Long, Postings> postings = new HashMap<>();

  public LiveIndex(Table table) {
    this.table = table;
    this.atoms = Atoms.of(table);
    for (int record = 0; record < table.size(); record++) {
      add(record);
    }
  }

  private static final class Postings {
    private int[] records = new int[2];
    private int size;

    void add(int record) {
      if (size == records.length) {
        records = Arrays.copyOf(records, size * 2);
      }
      records[size++] = record;
    }
  }

  /** Makes a record findable. */
  public void add(int record) {
    for (var atom : atoms) {
      for (long hash : atom.hashesOf(table.value(atom.column(), record))) {
        if (hash != 0) {
          postings.computeIfAbsent(hash, h -> new Postings()).add(record);
        }
      }
    }
  }

  private record Wide(int column, Postings postings) {}

  /** The records worth comparing with this one, ascending. */
  public int[] candidates(int record) {
    var found = new HashSet<Integer>();
    var wide = new ArrayList<Wide>();
    for (var atom : atoms) {
      for (long hash : atom.hashesOf(table.value(atom.column(), record))) {
        var list = hash == 0 ? null : postings.get(hash);
        if (list != null && list.size <= RARE) {
          Arrays.stream(list.records, 0, list.size).forEach(found::add);
        } else if (list != null && list.size <= WIDEST) {
          wide.add(new Wide(atom.column(), list));
        }
      }
    }
    shared(wide, found);
    found.remove(record);
    return found.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static void shared(List<Wide> wide, Set<Integer> found) {
    var columns = new HashMap<Integer, Set<Integer>>();
    for (var list : wide) {
      for (int i = 0; i < list.postings().size; i++) {
        columns
            .computeIfAbsent(list.postings().records[i], r -> new HashSet<>(4))
            .add(list.column());
      }
    }
    columns.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= 2)
        .sorted(
            Comparator.comparingInt((Map.Entry<Integer, Set<Integer>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_BY_COMMON_ATOMS)
        .forEach(entry -> found.add(entry.getKey()));
  }
}
