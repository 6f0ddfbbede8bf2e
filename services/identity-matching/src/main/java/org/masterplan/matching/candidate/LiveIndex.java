package org.masterplan.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.masterplan.matching.table.LongBag;
import org.masterplan.matching.table.Table;

/**
 * The batch's keys as an inverted index: which records have an atom. Two records are worth
 * comparing where they share a rare atom, or two common ones of which one is not very common, much
 * as in a batch. Whether they are follows from what the records say and how many say it, whatever
 * the order in which they came. Not for use by two threads at once.
 */
public final class LiveIndex {
  /** More records under one atom than this make it common. */
  static final int RARE = 200;

  /** Two records that share only more common atoms than this are not worth comparing. */
  static final int LONG = 4000;

  /** An atom of more records than this tells nothing. */
  static final int WIDEST = 20_000;

  private final Table table;
  private final List<Atoms> atoms;
  private final PostingLists postings = new PostingLists();

  /** By record, the subjects of the lists in which it was found; 0 between two searches. */
  private long[] subjects = new long[0];

  /** The records that were found. */
  private int[] found = new int[64];

  public LiveIndex(Table table) {
    this.table = table;
    this.atoms = Atoms.of(table);
    for (int record = 0; record < table.size(); record++) {
      change(record, Keys.NONE, keys(record));
    }
  }

  /**
   * The keys of a record, ascending, each once.
   *
   * @param subjects of each key a bit: two spellings of one thing say it once
   */
  public record Keys(long[] hashes, long[] subjects) {
    /** Of a record that is not there. */
    public static final Keys NONE = new Keys(new long[0], new long[0]);

    private boolean has(long hash) {
      return Arrays.binarySearch(hashes, hash) >= 0;
    }

    private long[] without(Keys other) {
      return Arrays.stream(hashes).filter(hash -> !other.has(hash)).toArray();
    }
  }

  /**
   * Lists that a change has made longer or shorter than what decides which pairs are compared.
   *
   * @param common by now: pairs of these may be worth comparing no more
   * @param rare again: each pair of these is worth comparing
   * @param shorter again: pairs of these may be worth comparing
   */
  public record Crossed(List<int[]> common, List<int[]> rare, List<int[]> shorter) {}

  /** The record's keys by what the table says of it now. */
  public Keys keys(int record) {
    var found = new TreeMap<Long, Long>();
    for (var atom : atoms) {
      var value = table.value(atom.column(), record);
      long subject = atom.subject(value);
      for (long hash : atom.hashesOf(value)) {
        if (hash != 0) {
          found.put(hash, subject);
        }
      }
    }
    return new Keys(
        found.keySet().stream().mapToLong(Long::longValue).toArray(),
        found.values().stream().mapToLong(Long::longValue).toArray());
  }

  /** The lists that become common once the record has these keys instead of those. */
  public List<int[]> aboutToBeCommon(Keys before, Keys after) {
    return Arrays.stream(after.without(before))
        .filter(hash -> postings.size(hash) == RARE)
        .mapToObj(this::list)
        .toList();
  }

  /** Makes a record findable by these keys instead of those. */
  public Crossed change(int record, Keys before, Keys after) {
    var crossed = new Crossed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (long hash : before.without(after)) {
      postings.remove(hash, record);
      int size = postings.size(hash);
      if (size == RARE) {
        crossed.rare().add(list(hash));
      } else if (size == LONG || size == WIDEST) {
        crossed.shorter().add(list(hash));
      }
    }
    for (long hash : after.without(before)) {
      postings.add(hash, record);
      int size = postings.size(hash);
      if (size == RARE + 1 || size == LONG + 1 || size == WIDEST + 1) {
        crossed.common().add(list(hash));
      }
    }
    return crossed;
  }

  private int[] list(long hash) {
    return Arrays.copyOf(postings.records(hash), postings.size(hash));
  }

  /** How many keys lead to any record. */
  public int keys() {
    return postings.keys();
  }

  /** Whether the two are worth comparing. */
  public boolean paired(int left, int right) {
    var mine = keys(left);
    var other = keys(right);
    long seen = 0;
    boolean one = false;
    for (int k = 0; k < mine.hashes().length; k++) {
      long hash = mine.hashes()[k];
      int size = other.has(hash) ? postings.size(hash) : WIDEST + 1;
      if (size <= RARE) {
        return true;
      }
      if (size <= WIDEST) {
        seen |= mine.subjects()[k];
        one |= size <= LONG;
      }
    }
    return one && Long.bitCount(seen) >= 2;
  }

  /** The records worth comparing with this one, ascending. */
  public int[] candidates(int record) {
    var keys = keys(record);
    if (subjects.length < table.size()) {
      subjects = new long[table.size() + table.size() / 8];
    }
    var rare = new LongBag();
    int touched = 0;
    for (int k = 0; k < keys.hashes().length; k++) {
      int size = postings.size(keys.hashes()[k]);
      var list = postings.records(keys.hashes()[k]);
      if (size <= RARE) {
        Arrays.stream(list, 0, size).forEach(rare::add);
      } else if (size <= LONG) {
        touched = touch(list, size, keys.subjects()[k], touched);
      }
    }
    for (int k = 0; k < keys.hashes().length; k++) {
      int size = postings.size(keys.hashes()[k]);
      if (size > LONG && size <= WIDEST) {
        mark(postings.records(keys.hashes()[k]), size, keys.subjects()[k]);
      }
    }
    return others(record, rare, touched);
  }

  /** Marks the records of a list; answers how many are marked by now. */
  private int touch(int[] list, int size, long subject, int touched) {
    int count = touched;
    if (found.length < touched + size) {
      found = Arrays.copyOf(found, 2 * (touched + size));
    }
    for (int i = 0; i < size; i++) {
      if (subjects[list[i]] == 0) {
        found[count++] = list[i];
      }
      subjects[list[i]] |= subject;
    }
    return count;
  }

  /** Marks those records of a long list that are marked already. */
  private void mark(int[] list, int size, long subject) {
    for (int i = 0; i < size; i++) {
      subjects[list[i]] |= subjects[list[i]] == 0 ? 0 : subject;
    }
  }

  /** Those of a rare list, and the touched ones that share two subjects. */
  private int[] others(int record, LongBag rare, int touched) {
    for (int t = 0; t < touched; t++) {
      if (Long.bitCount(subjects[found[t]]) >= 2) {
        rare.add(found[t]);
      }
      subjects[found[t]] = 0;
    }
    return Arrays.stream(rare.takeDistinct())
        .mapToInt(Math::toIntExact)
        .filter(other -> other != record)
        .toArray();
  }
}
