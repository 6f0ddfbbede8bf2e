package org.masterplan.matching.compare;

/**
 * The distance of {@link Edits} with a row of the table in one machine word (Myers 1999, with the
 * swaps of neighbours of Hyyrö 2003).
 */
final class BitRows {
  /** Letters of a text that fit. */
  static final int LONGEST = 64;

  /** Codes of letters that are told apart. */
  static final int LETTERS = 128;

  private BitRows() {}

  /**
   * Changes, insertions, deletions and swaps of neighbours.
   *
   * @param a not empty, at most {@link #LONGEST} letters, all of them below {@link #LETTERS}
   */
  static int distance(String a, String b) {
    var places = places(a);
    long last = 1L << (a.length() - 1);
    long up = -1;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int distance = a.length();
    for (int j = 0; j < b.length(); j++) {
      long equal = b.charAt(j) < LETTERS ? places[b.charAt(j)] : 0;
      long swapped = ((~diagonal & equal) << 1) & before;
      diagonal = (((equal & up) + up) ^ up) | equal | down | swapped;
      long rise = down | ~(diagonal | up);
      long fall = diagonal & up;
      distance += (rise & last) != 0 ? 1 : (fall & last) != 0 ? -1 : 0;
      rise = rise << 1 | 1;
      fall <<= 1;
      up = fall | ~(diagonal | rise);
      down = rise & diagonal;
      before = equal;
    }
    return distance;
  }

  private static long[] places(String text) {
    var places = new long[LETTERS];
    for (int i = 0; i < text.length(); i++) {
      places[text.charAt(i)] |= 1L << i;
    }
    return places;
  }
}
