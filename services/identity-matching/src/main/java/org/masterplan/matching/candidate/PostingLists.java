package org.masterplan.matching.candidate;

import java.util.Arrays;

/**
 * Which records have a key, ascending, in primitive arrays: most keys lead to one record, and that
 * one costs no list. Not for use by two threads at once.
 */
final class PostingLists {
  private static final int[] NONE = {};

  /** 0 = free; no hash is 0. */
  private long[] hashes = new long[64];

  /** The one record, or a list's number, counted down from -1. */
  private int[] heads = new int[64];

  private int[][] lists = new int[16][];
  private int[] sizes = new int[16];
  private int[] free = new int[16];
  private int freed;
  private int listed;
  private int keys;

  /** How many keys lead to any record. */
  int keys() {
    return keys;
  }

  int size(long hash) {
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      return 0;
    }
    return heads[slot] >= 0 ? 1 : sizes[~heads[slot]];
  }

  /** The records of a key; only the first {@link #size} of them count. Not to be changed. */
  int[] records(long hash) {
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      return NONE;
    }
    return heads[slot] >= 0 ? new int[] {heads[slot]} : lists[~heads[slot]];
  }

  void add(long hash, int record) {
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      hashes[slot] = hash;
      heads[slot] = record;
      if (++keys * 3L > hashes.length * 2L) {
        grow();
      }
    } else if (heads[slot] < 0) {
      insert(~heads[slot], record);
    } else if (heads[slot] != record) {
      int list = list();
      lists[list] = new int[] {Math.min(heads[slot], record), Math.max(heads[slot], record)};
      sizes[list] = 2;
      heads[slot] = ~list;
    }
  }

  void remove(long hash, int record) {
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      return;
    }
    if (heads[slot] == record) {
      clear(slot);
    } else if (heads[slot] < 0) {
      int list = ~heads[slot];
      take(list, record);
      if (sizes[list] == 1) {
        heads[slot] = lists[list][0];
        lists[list] = NONE;
        if (freed == free.length) {
          free = Arrays.copyOf(free, freed * 2);
        }
        free[freed++] = list;
      }
    }
  }

  private int list() {
    if (freed > 0) {
      return free[--freed];
    }
    if (listed == lists.length) {
      lists = Arrays.copyOf(lists, listed * 2);
      sizes = Arrays.copyOf(sizes, listed * 2);
    }
    return listed++;
  }

  private void insert(int list, int record) {
    var records = lists[list];
    int size = sizes[list];
    int at = records[size - 1] < record ? ~size : Arrays.binarySearch(records, 0, size, record);
    if (at >= 0) {
      return;
    }
    if (size == records.length) {
      records = Arrays.copyOf(records, size + size / 2 + 1);
      lists[list] = records;
    }
    System.arraycopy(records, ~at, records, ~at + 1, size - ~at);
    records[~at] = record;
    sizes[list]++;
  }

  private void take(int list, int record) {
    int at = Arrays.binarySearch(lists[list], 0, sizes[list], record);
    if (at >= 0) {
      System.arraycopy(lists[list], at + 1, lists[list], at, --sizes[list] - at);
    }
  }

  /** Those that follow move up, so that none is cut off from where its search begins. */
  private void clear(int slot) {
    int mask = hashes.length - 1;
    int hole = slot;
    for (int next = hole + 1 & mask; hashes[next] != 0; next = next + 1 & mask) {
      int home = (int) hashes[next] & mask;
      if ((next - home & mask) >= (next - hole & mask)) {
        hashes[hole] = hashes[next];
        heads[hole] = heads[next];
        hole = next;
      }
    }
    hashes[hole] = 0;
    keys--;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    var oldHashes = hashes;
    var oldHeads = heads;
    hashes = new long[oldHashes.length * 2];
    heads = new int[hashes.length];
    for (int old = 0; old < oldHashes.length; old++) {
      if (oldHashes[old] != 0) {
        int slot = slot(oldHashes[old]);
        hashes[slot] = oldHashes[old];
        heads[slot] = oldHeads[old];
      }
    }
  }
}
