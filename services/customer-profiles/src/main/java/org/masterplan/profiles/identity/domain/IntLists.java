package org.masterplan.profiles.identity.domain;

import java.util.Arrays;

/** Lists of small numbers, each number in at most one list. Not for several threads. */
public final class IntLists {
  private static final int END = -1;

  private int[] first = filled(64);
  private int[] next = filled(64);
  private int[] before = filled(64);

  /** Puts the item in front of the list. */
  public void add(int list, int item) {
    first = atLeast(first, list);
    next = atLeast(next, item);
    before = atLeast(before, item);
    int old = first[list];
    next[item] = old;
    before[item] = END;
    if (old != END) {
      before[old] = item;
    }
    first[list] = item;
  }

  /** Takes the item out of the list, which must hold it. */
  public void remove(int list, int item) {
    if (before[item] == END) {
      first[list] = next[item];
    } else {
      next[before[item]] = next[item];
    }
    if (next[item] != END) {
      before[next[item]] = before[item];
    }
  }

  /** The items of the list, smallest first. */
  public int[] items(int list) {
    var items = new int[4];
    int count = 0;
    for (int item = list < first.length ? first[list] : END; item != END; item = next[item]) {
      if (count == items.length) {
        items = Arrays.copyOf(items, count * 2);
      }
      items[count++] = item;
    }
    var sorted = Arrays.copyOf(items, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many items the list holds. */
  public int size(int list) {
    int size = 0;
    for (int item = list < first.length ? first[list] : END; item != END; item = next[item]) {
      size++;
    }
    return size;
  }

  /** Whether the list holds nothing. */
  public boolean isEmpty(int list) {
    return list >= first.length || first[list] == END;
  }

  private static int[] atLeast(int[] array, int place) {
    if (place < array.length) {
      return array;
    }
    var longer = Arrays.copyOf(array, Math.max(place + 1, array.length * 2));
    Arrays.fill(longer, array.length, longer.length, END);
    return longer;
  }

  private static int[] filled(int length) {
    var array = new int[length];
    Arrays.fill(array, END);
    return array;
  }
}
