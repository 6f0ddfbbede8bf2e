package org.masterplan.matching.compare;

/** How often each digit stands in a text, in thirty bits; three times count as often. */
final class DigitCounts {
  static final int BITS = 30;
  private static final int MOST = 3;
  private static final long ALL = (1L << BITS) - 1;

  private DigitCounts() {}

  static long of(String text) {
    long counts = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        long seen = counts >>> (digit * MOST) & 7;
        counts |= (seen << 1 | 1) << (digit * MOST) & ALL & 7L << (digit * MOST);
      }
    }
    return counts;
  }

  /** Each digit that one has more often than the other costs an edit: so many are needed. */
  static int edits(long a, long b) {
    return Math.max(Long.bitCount(a & ~b & ALL), Long.bitCount(b & ~a & ALL));
  }
}
