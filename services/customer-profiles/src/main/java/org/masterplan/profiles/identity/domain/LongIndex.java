package org.masterplan.profiles.identity.domain;

import java.util.Arrays;

/**
 * Gives each number a place 0, 1, 2... in the order in which they come. Not for several threads.
 */
public final class LongIndex {
  private static final int FREE = -1;

  private long[] numbers = new long[64];
  private int[] table = table(256);
  private int size;

  /** The number's place, a new one if it has none. */
  public int add(long number) {
    int slot = slot(number);
    if (table[slot] != FREE) {
      return table[slot];
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size] = number;
    table[slot] = size++;
    if (size * 2 > table.length) {
      grow();
    }
    return size - 1;
  }

  /** The number's place, -1 if it has none. */
  public int find(long number) {
    return table[slot(number)];
  }

  /** The number at a place. */
  public long number(int place) {
    return numbers[place];
  }

  public int size() {
    return size;
  }

  private int slot(long number) {
    int mask = table.length - 1;
    long mixed = number * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (table[slot] != FREE && numbers[table[slot]] != number) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    table = table(table.length * 2);
    for (int place = 0; place < size; place++) {
      table[slot(numbers[place])] = place;
    }
  }

  private static int[] table(int length) {
    var table = new int[length];
    Arrays.fill(table, FREE);
    return table;
  }
}
