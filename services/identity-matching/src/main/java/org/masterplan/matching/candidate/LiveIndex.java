package org.masterplan.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.matching.table.Table;

/**
 * The batch's keys as an inverted index: which records have an atom. A rare atom gives all its
 * records; of common ones only the records that share at least two are taken, much as in a batch.
 */
public final class LiveIndex {
  private static final int RARE = 200;
  private static final int WIDEST = 20_000;

  /** Records that share only longer lists than this are not looked for. */
  private static final int LONG = 4000;

  private static final int MOST_BY_COMMON_ATOMS = 300;

  private final Table table;
  private final List<Atoms> atoms;
  private final Map<Long, Postings> postings = new HashMap<>();

  /** By record, the columns by which it was found; nothing between two searches. */
  private int[] columns = new int[0];

  /** The records that were found. */
  private int[] records = new int[64];

  public LiveIndex(Table table) {
    this.table = table;
    this.atoms = Atoms.of(table);
    for (int record = 0; record < table.size(); record++) {
      add(record);
    }
  }

  /** Ascending numbers, each once. */
  private static final class Postings {
    private int[] records = new int[2];
    private int size;

    void add(int record) {
      int at = size == 0 || records[size - 1] < record ? -size - 1 : find(record);
      if (at >= 0) {
        return;
      }
      if (size == records.length) {
        records = Arrays.copyOf(records, size * 2);
      }
      System.arraycopy(records, -at - 1, records, -at, size + at + 1);
      records[-at - 1] = record;
      size++;
    }

    void remove(int record) {
      int at = find(record);
      if (at >= 0) {
        System.arraycopy(records, at + 1, records, at, --size - at);
      }
    }

    int find(int record) {
      return Arrays.binarySearch(records, 0, size, record);
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

  /** Forgets a record; to be asked before its values are replaced. */
  public void remove(int record) {
    for (var atom : atoms) {
      for (long hash : atom.hashesOf(table.value(atom.column(), record))) {
        var list = postings.get(hash);
        if (list != null) {
          list.remove(record);
          if (list.size == 0) {
            postings.remove(hash);
          }
        }
      }
    }
  }

  /** How many keys lead to any record. */
  public int keys() {
    return postings.size();
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

  /**
   * Records in a list that is not long and in those of other columns: they share two atoms. A batch
   * combines two keys too, however long both lists are; here records whose lists are all long are
   * not found by them.
   */
  private void shared(List<Wide> wide, Set<Integer> found) {
    if (columns.length < table.size()) {
      columns = Arrays.copyOf(columns, table.size() + table.size() / 8);
    }
    int touched = 0;
    for (var list : wide) {
      touched = list.postings().size > LONG ? touched : touch(list, touched);
    }
    for (var list : wide) {
      if (list.postings().size > LONG) {
        mark(list);
      }
    }
    mostShared(touched, found);
    for (int t = 0; t < touched; t++) {
      columns[records[t]] = 0;
    }
  }

  /** Marks the records of a list; answers how many are marked by now. */
  private int touch(Wide list, int touched) {
    int count = touched;
    if (records.length < touched + list.postings().size) {
      records = Arrays.copyOf(records, 2 * (touched + list.postings().size));
    }
    for (int i = 0; i < list.postings().size; i++) {
      int record = list.postings().records[i];
      if (columns[record] == 0) {
        records[count++] = record;
      }
      columns[record] |= 1 << list.column();
    }
    return count;
  }

  /** Marks those records of a long list that are marked already. */
  private void mark(Wide list) {
    for (int i = 0; i < list.postings().size; i++) {
      int record = list.postings().records[i];
      columns[record] |= columns[record] == 0 ? 0 : 1 << list.column();
    }
  }

  /** Those that share most, of the touched ones; of as many the first records. */
  private void mostShared(int touched, Set<Integer> found) {
    var shared = new long[touched];
    int size = 0;
    for (int t = 0; t < touched; t++) {
      int count = Integer.bitCount(columns[records[t]]);
      if (count >= 2) {
        shared[size++] = (long) -count << 32 | records[t];
      }
    }
    Arrays.sort(shared, 0, size);
    for (int s = 0; s < Math.min(size, MOST_BY_COMMON_ATOMS); s++) {
      found.add((int) shared[s]);
    }
  }
}
