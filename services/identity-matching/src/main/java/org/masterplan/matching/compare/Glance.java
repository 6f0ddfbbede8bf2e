package org.masterplan.matching.compare;

import java.util.Arrays;

/**
 * The levels of a pair as far as codes and marks tell them, without fetching the values: enough to
 * see of most pairs that they are not one person. What is not told can be asked for, feature by
 * feature. Not for use by two threads at once.
 */
public final class Glance {
  /** Added to what is told of a level: or none, for what other features say. */
  static final int OR_NONE = -8;

  private final Comparer comparer;

  /** Levels as the values alone give them. */
  private final int[] raw;

  private final int[] told;

  /** Kept so that what is fetched is used. */
  private long fetched;

  /** The best level that one below 0 stands for; it may be any worse one. */
  public static int best(int untold) {
    return -untold & 7;
  }

  /** Whether a level below 0 may also be none. */
  public static boolean orNone(int untold) {
    return untold == Levels.UNTOLD || untold <= OR_NONE;
  }

  Glance(Comparer comparer) {
    this.comparer = comparer;
    raw = new int[comparer.features()];
    told = new int[raw.length];
  }

  /**
   * Fetches what {@link #levels} will be asked of so many records, so that their memory is waited
   * for together.
   */
  public void fetch(int[] records, int count) {
    fetched ^= comparer.fetch(records, count);
  }

  /**
   * The level of each feature as {@link Comparer#pattern} has it; below 0 where that takes more
   * than a glance ({@link #best}, {@link #orNone}). They change with {@link #tell} and with the
   * next pair.
   */
  public int[] levels(int left, int right) {
    comparer.take(left, right);
    for (int f = 0; f < raw.length; f++) {
      raw[f] = comparer.glance(f);
    }
    System.arraycopy(raw, 0, told, 0, raw.length);
    comparer.untell(told);
    return told;
  }

  /** Looks at a feature's values; answers whether that told something of its level. */
  public boolean tell(int feature) {
    if (raw[feature] >= 0) {
      return false;
    }
    raw[feature] = comparer.level(feature);
    System.arraycopy(raw, 0, told, 0, raw.length);
    comparer.untell(told);
    return true;
  }

  /** All levels of the pair, once everything was told. */
  public long pattern() {
    if (Arrays.stream(raw).anyMatch(level -> level < 0)) {
      throw new IllegalStateException("levels: " + Arrays.toString(raw) + " (expected: all told)");
    }
    return comparer.pattern(raw);
  }
}
