package org.masterplan.matching.compare;

/** Eight digits of four bits each. */
final class PackedDigits {
  private static final int LOWEST = 0x11111111;

  private PackedDigits() {}

  /** How many digits differ in their places. */
  static int changes(int x, int y) {
    return Integer.bitCount(lowestOf(x ^ y));
  }

  /** Whether two neighbours that differ stand the other way round in the other. */
  static boolean swapped(int x, int y) {
    int differ = lowestOf(x ^ y);
    int there = ~lowestOf((x >>> 4) ^ y);
    int back = ~lowestOf(x ^ (y >>> 4));
    return (differ & differ >>> 4 & there & back) != 0;
  }

  /** Whether a digit was taken out at one place and one put in at another. */
  static boolean moved(int x, int y) {
    int differ = lowestOf(x ^ y);
    if (differ == 0) {
      return false;
    }
    int high = 31 - Integer.numberOfLeadingZeros(differ) + 4;
    int low = Integer.numberOfTrailingZeros(differ);
    // Of the digits between, all but one stand one place further.
    int between = (int) ((1L << high) - (1L << (low + 4)));
    return (((x << 4) ^ y) & between) == 0 || ((x ^ (y << 4)) & between) == 0;
  }

  /** The lowest bit of each digit that is not 0. */
  private static int lowestOf(int digits) {
    int folded = digits | digits >>> 2;
    return (folded | folded >>> 1) & LOWEST;
  }
}
