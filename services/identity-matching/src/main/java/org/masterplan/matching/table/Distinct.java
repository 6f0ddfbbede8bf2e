package org.masterplan.matching.table;

import java.util.Arrays;

/** The distinct values of a field as they came, numbered from 1 in the order they came. */
final class Distinct {
  private String[] texts = new String[64];
  private short[] formats = new short[64];
  private int[] slots = new int[128];
  private int size = 1;

  /** The number of a text that is written in that format. */
  int numberOf(String text, short format) {
    int slot = slot(text, format);
    if (slots[slot] != 0) {
      return slots[slot];
    }
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, size * 2);
      formats = Arrays.copyOf(formats, size * 2);
    }
    texts[size] = text;
    formats[size] = format;
    slots[slot] = size;
    if (++size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private int slot(String text, short format) {
    int slot = (text.hashCode() * 31 + format) * 0x9E3779B9 >>> 7 & slots.length - 1;
    while (slots[slot] != 0 && !is(slots[slot], text, format)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean is(int number, String text, short format) {
    return formats[number] == format && texts[number].equals(text);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int number = 1; number < size; number++) {
      slots[slot(texts[number], formats[number])] = number;
    }
  }

  /** Gives up the texts; only the size is known from now on. */
  void forget() {
    texts = new String[0];
    slots = new int[0];
  }

  /** One more than there are values. */
  int size() {
    return size;
  }

  String text(int number) {
    return texts[number];
  }

  short format(int number) {
    return formats[number];
  }
}
