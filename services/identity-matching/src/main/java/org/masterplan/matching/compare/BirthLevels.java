package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** A birth date, or a birth year where one side knows no more. */
final class BirthLevels implements Levels {
  private static final int EXACT = 1;
  private static final int ONE_SLIP = 2;
  private static final int YEAR_KNOWN = 3;
  private static final int TWO_PARTS = 4;
  private static final int NEAR = 5;
  private static final int DIFFERENT = 6;
  private static final long YEAR = 1L << 32;
  private static final long FULL = 1L << 33;

  @Override
  public List<String> names() {
    return List.of(
        "equal", "one slip", "year equal, rest unknown", "two slips", "near", "different");
  }

  @Override
  public int of(Value a, Value b) {
    var x = a.ymd();
    var y = b.ymd();
    if (x.length() != 8 || y.length() != 8) {
      return partial(a, b);
    }
    if (x.equals(y)) {
      return EXACT;
    }
    boolean turned =
        x.regionMatches(0, y, 0, 4) && x.regionMatches(4, y, 6, 2) && x.regionMatches(6, y, 4, 2);
    int edits = turned ? 1 : Edits.distance(x, y, 2);
    if (edits == 1) {
      return ONE_SLIP;
    }
    if (edits == 2) {
      return TWO_PARTS;
    }
    return parts(x, y);
  }

  private static int parts(String x, String y) {
    boolean year = x.regionMatches(0, y, 0, 4);
    boolean month = x.regionMatches(4, y, 4, 2);
    boolean day = x.regionMatches(6, y, 6, 2);
    int equal = (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0);
    if (equal == 2) {
      return TWO_PARTS;
    }
    return year ? NEAR : DIFFERENT;
  }

  private static int partial(Value a, Value b) {
    if (a.ymd().length() < 4 || b.ymd().length() < 4) {
      return a.canonical().equals(b.canonical()) ? EXACT : 0;
    }
    var x = a.ymd().substring(0, 4);
    var y = b.ymd().substring(0, 4);
    if (x.equals(y)) {
      return YEAR_KNOWN;
    }
    return Edits.distance(x, y, 1) == 1 ? NEAR : DIFFERENT;
  }

  /** The date with four bits a digit, and above them how much of it is known. */
  @Override
  public long mark(Value value) {
    var ymd = value.ymd();
    long digits = 0;
    for (int i = 0; i < ymd.length(); i++) {
      int digit = ymd.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      digits = digits << 4 | digit;
    }
    return switch (ymd.length()) {
      case 8 -> FULL | digits;
      case 4 -> YEAR | digits << 16;
      default -> 0;
    };
  }

  @Override
  public int told(long a, long b) {
    if ((a & b & FULL) != 0) {
      return full((int) a, (int) b);
    }
    int edits = PackedDigits.changes((int) a >>> 16, (int) b >>> 16);
    boolean near = edits == 1 || edits == 2 && PackedDigits.swapped((int) a >>> 16, (int) b >>> 16);
    return edits == 0 ? YEAR_KNOWN : near ? NEAR : DIFFERENT;
  }

  private static int full(int x, int y) {
    int changes = PackedDigits.changes(x, y);
    if (changes == 0) {
      return EXACT;
    }
    boolean sameYear = x >>> 16 == y >>> 16;
    if (changes == 1
        || sameYear && (x >>> 8 & 0xFF) == (y & 0xFF) && (x & 0xFF) == (y >>> 8 & 0xFF)) {
      return ONE_SLIP;
    }
    if (PackedDigits.moved(x, y) || changes <= 4 && PackedDigits.swapped(x, y)) {
      return UNTOLD;
    }
    boolean twoParts = ((x ^ y) & 0xFFFF) == 0 || sameYear && ((x ^ y) & 0xFF) == 0;
    twoParts |= sameYear && ((x ^ y) & 0xFF00) == 0;
    return changes == 2 || twoParts ? TWO_PARTS : sameYear ? NEAR : DIFFERENT;
  }
}
