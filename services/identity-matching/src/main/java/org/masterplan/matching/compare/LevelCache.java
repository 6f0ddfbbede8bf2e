package org.masterplan.matching.compare;

import java.util.Arrays;
import org.masterplan.matching.table.FeatureColumn;
import org.masterplan.matching.table.Kind;

/**
 * Levels of one feature by the codes of two records' values, so that no two values that come often
 * are compared often. Not for use by two threads at once.
 */
final class LevelCache {
  /** Values that all pairs of are remembered. */
  private static final int FEW = 2048;

  /** Answers remembered where there are more values; a power of two. */
  private static final int ANSWERS = 1 << 15;

  private static final int SHIFT = 64 - 15;
  private static final byte UNKNOWN = -1;

  private final FeatureColumn column;
  private final Levels levels;
  private final int few;
  private final byte[] table;

  /** Pairs of values of which one came later, or of very many; made once there are such. */
  private long[] pairs = new long[0];

  private byte[] answers = new byte[0];

  /** By code, as {@link Levels#mark}; empty where nothing is marked. */
  private final long[] marks;

  /** The level of each value with itself; shared by threads, which all find the same. */
  private final byte[] alone;

  LevelCache(FeatureColumn column, long[] marks, byte[] alone) {
    this.column = column;
    this.marks = marks;
    this.alone = alone;
    this.levels = Levels.of(column.feature().kind());
    this.few = column.distinct() <= FEW ? column.distinct() : 0;
    this.table = new byte[few * few];
    Arrays.fill(table, UNKNOWN);
  }

  /** What is to be known of each value with itself. */
  static byte[] alone(FeatureColumn column) {
    var alone = new byte[column.distinct()];
    Arrays.fill(alone, UNKNOWN);
    return alone;
  }

  /** The level of two codes; 0 where one of them is none. */
  int level(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    if (a == b && a < alone.length) {
      return alone(a);
    }
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    return high < few ? few(low, high) : many(low, high);
  }

  /** Of other kinds two values hardly ever meet again. */
  private static boolean comesOften(Kind kind) {
    return switch (kind) {
      case GIVEN, MIDDLE, SURNAME, PLACE, ORGANISATION, TEXT, NUMBER, GENDER -> true;
      case BIRTH, PHONE, EMAIL, ID, CODE, ADDRESS, POSTCODE -> false;
    };
  }

  private int alone(int code) {
    if (alone[code] == UNKNOWN) {
      alone[code] = (byte) compared(code, code);
    }
    return alone[code];
  }

  private int few(int low, int high) {
    int at = low * few + high;
    if (table[at] == UNKNOWN) {
      table[at] = (byte) compared(low, high);
    }
    return table[at];
  }

  /**
   * As {@link #level} where values that differ need not be looked at, else as far as marks tell.
   */
  int glance(int a, int b) {
    if (a == 0 || b == 0 || a == b) {
      return level(a, b);
    }
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    return high < few ? few(low, high) : marked(low, high);
  }

  private int marked(int low, int high) {
    return high < marks.length && marks[low] != 0 && marks[high] != 0
        ? levels.told(marks[low], marks[high])
        : Levels.UNTOLD;
  }

  private int many(int low, int high) {
    int told = marked(low, high);
    if (told >= 0) {
      return told;
    }
    if (pairs.length == 0) {
      if (!comesOften(column.feature().kind())) {
        return compared(low, high);
      }
      pairs = new long[ANSWERS];
      answers = new byte[ANSWERS];
    }
    long key = (long) low << 32 | high;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> SHIFT);
    if (pairs[slot] != key) {
      answers[slot] = (byte) compared(low, high);
      pairs[slot] = key;
    }
    return answers[slot];
  }

  private int compared(int low, int high) {
    return levels.of(column.value(low), column.value(high));
  }
}
