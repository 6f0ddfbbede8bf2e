package org.masterplan.matching.compare;

/** Distances between short strings. */
public final class Edits {
  /** Up to so many edits are tried one by one. */
  private static final int FEW = 2;

  private Edits() {}

  /**
   * Insertions, deletions, changes and swaps of neighbours that lead from one to the other; limit +
   * 1 where there are more than the limit.
   */
  public static int distance(String a, String b, int limit) {
    int shorter = Math.min(a.length(), b.length());
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int start = 0;
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    if (limit <= FEW) {
      return few(new Pair(a, b, a.length() - end, b.length() - end), start, start, limit);
    }
    var x = a.substring(start, a.length() - end);
    var y = b.substring(start, b.length() - end);
    if (hopeless(x, y, limit)) {
      return limit + 1;
    }
    return x.length() <= BitRows.LONGEST && ascii(x) && !x.isEmpty()
        ? Math.min(limit + 1, BitRows.distance(x, y))
        : rows(x, y, limit);
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= BitRows.LETTERS) {
        return false;
      }
    }
    return true;
  }

  /** Two texts, and where the ends that they share begin. */
  private record Pair(String a, String b, int endA, int endB) {}

  /**
   * The distance from there on by trying each edit at the first difference; limit + 1 if it is
   * more. For few edits this ends after a few letters.
   */
  private static int few(Pair pair, int fromA, int fromB, int limit) {
    int i = fromA;
    int j = fromB;
    while (i < pair.endA && j < pair.endB && pair.a.charAt(i) == pair.b.charAt(j)) {
      i++;
      j++;
    }
    int restA = pair.endA - i;
    int restB = pair.endB - j;
    if (restA == 0 || restB == 0) {
      return Math.min(limit + 1, restA + restB);
    }
    if (limit == 0 || Math.abs(restA - restB) > limit) {
      return limit + 1;
    }
    int best = few(pair, i + 1, j + 1, limit - 1);
    best = Math.min(best, few(pair, i + 1, j, Math.min(limit, best) - 1));
    best = Math.min(best, few(pair, i, j + 1, Math.min(limit, best) - 1));
    if (restA > 1
        && restB > 1
        && pair.a.charAt(i) == pair.b.charAt(j + 1)
        && pair.a.charAt(i + 1) == pair.b.charAt(j)) {
      best = Math.min(best, few(pair, i + 2, j + 2, limit - 1));
    }
    return Math.min(limit, best) + 1;
  }

  /** Each letter that the other lacks costs an edit: most unlike strings are told apart here. */
  private static boolean hopeless(String a, String b, int limit) {
    long x = letters(a);
    long y = letters(b);
    return Math.max(Long.bitCount(x & ~y), Long.bitCount(y & ~x)) > limit;
  }

  private static long letters(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << text.charAt(i);
    }
    return letters;
  }

  private static int rows(String a, String b, int limit) {
    if (a.isEmpty() || b.isEmpty()) {
      return Math.min(limit + 1, a.length() + b.length());
    }
    int width = b.length() + 1;
    var before = new int[width];
    var last = new int[width];
    var row = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int best = i;
      for (int j = 1; j < width; j++) {
        row[j] = cell(a, b, i, j, before, last, row);
        best = Math.min(best, row[j]);
      }
      if (best > limit) {
        return limit + 1;
      }
      var spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return Math.min(limit + 1, last[b.length()]);
  }

  private static int cell(String a, String b, int i, int j, int[] before, int[] last, int[] row) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int cost = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cost, before[j - 2] + 1) : cost;
  }

  /** One minus the distance per letter of the longer, 0 to 1; 0 where it is below the least. */
  public static double similarity(String a, String b, double least) {
    int longer = Math.max(a.length(), b.length());
    int limit = (int) Math.floor((1 - least) * longer + 1e-9);
    int distance = distance(a, b, limit);
    return distance > limit ? 0 : longer == 0 ? 1 : 1 - (double) distance / longer;
  }

  /** Jaro-Winkler, 0 to 1; 0 where it is surely below the least. */
  public static double jaroWinkler(String a, String b, double least) {
    long x = letters(a);
    long y = letters(b);
    double most = Math.min(a.length() - Long.bitCount(x & ~y), b.length() - Long.bitCount(y & ~x));
    double jaro = (most / a.length() + most / b.length() + 1) / 3;
    // A common start adds at most four tenths of what is missing.
    return most <= 0 || jaro + 0.4 * (1 - jaro) < least - 1e-9 ? 0 : jaroWinkler(a, b);
  }

  /** Jaro-Winkler, 0 to 1. */
  public static double jaroWinkler(String a, String b) {
    double jaro = jaro(a, b);
    int prefix = 0;
    int most = Math.min(4, Math.min(a.length(), b.length()));
    while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * 0.1 * (1 - jaro);
  }

  private static double jaro(String a, String b) {
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    var taken = new boolean[b.length()];
    var common = new char[a.length()];
    int matches = 0;
    for (int i = 0; i < a.length(); i++) {
      int to = Math.min(b.length() - 1, i + reach);
      for (int j = Math.max(0, i - reach); j <= to; j++) {
        if (!taken[j] && a.charAt(i) == b.charAt(j)) {
          taken[j] = true;
          common[matches++] = a.charAt(i);
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    double moved = moved(b, taken, common) / 2.0;
    return ((double) matches / a.length()
            + (double) matches / b.length()
            + (matches - moved) / matches)
        / 3;
  }

  private static int moved(String b, boolean[] taken, char[] common) {
    int moved = 0;
    int at = 0;
    for (int j = 0; j < b.length(); j++) {
      if (taken[j] && b.charAt(j) != common[at++]) {
        moved++;
      }
    }
    return moved;
  }
}
