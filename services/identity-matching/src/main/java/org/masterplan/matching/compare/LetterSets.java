package org.masterplan.matching.compare;

/**
 * Which letters a text has and how many, in one number: by that alone most unlike texts are told
 * apart. 0 where a text is not to be told by its letters.
 */
final class LetterSets {
  private static final int LENGTH_BITS = 6;
  private static final int LONGEST = (1 << LENGTH_BITS) - 1;
  private static final int KINDS = 57;

  private static final long SPACE = 1L << (LENGTH_BITS + ' ' % KINDS);

  private LetterSets() {}

  static long of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return 0;
    }
    long set = text.length();
    for (int i = 0; i < text.length(); i++) {
      set |= 1L << (LENGTH_BITS + text.charAt(i) % KINDS);
    }
    return set;
  }

  /** Each letter that one has and the other lacks costs an edit: at least so many are needed. */
  static int edits(long a, long b) {
    return Math.max(lacking(a, b), lacking(b, a));
  }

  /** How many letters of the first the second surely lacks. */
  static int lacking(long a, long b) {
    return Long.bitCount((a & ~b) >>> LENGTH_BITS);
  }

  /** The letters alone, without spaces and length. */
  static long letters(long set) {
    return set >>> LENGTH_BITS << LENGTH_BITS & ~SPACE;
  }

  static int length(long set) {
    return (int) set & LONGEST;
  }

  /** Whether Jaro-Winkler is surely below that, in thousandths; half of it at least. */
  static boolean unlike(long a, long b, int thousandths) {
    int x = length(a);
    int y = length(b);
    int common = Math.min(x - lacking(a, b), y - lacking(b, a));
    // Of what is missing in Jaro's similarity a common start adds at most four tenths.
    int shares = 5 * thousandths - 3000;
    return (long) common * (x + y) * 1000 < (shares - 1L) * x * y;
  }
}
