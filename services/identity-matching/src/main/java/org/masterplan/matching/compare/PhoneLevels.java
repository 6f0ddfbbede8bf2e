package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.record.Validity;
import org.masterplan.matching.table.Value;

/** Telephone numbers; several readings of one cell count each. */
final class PhoneLevels implements Levels {
  private static final int ONE_EDIT = 3;
  private static final int ALIKE = 4;
  private static final int DIFFERENT = 5;
  private static final int ENDING = 7;

  @Override
  public List<String> names() {
    return List.of("equal", "equal in one reading", "one edit", "same ending", "different");
  }

  /**
   * A number that may be an old landline or a mobile of today is one with itself, whichever it is;
   * with a mobile or a landline of which that is sure it is equal in one reading only.
   */
  @Override
  public int of(Value a, Value b) {
    if (a.meets(b)) {
      boolean unsure = a.validity() == Validity.AMBIGUOUS;
      boolean alike = unsure == (b.validity() == Validity.AMBIGUOUS);
      return alike && a.canonical().equals(b.canonical()) ? 1 : 2;
    }
    int edits = Edits.distance(a.canonical(), b.canonical(), 2);
    if (edits <= 1) {
      return ONE_EDIT;
    }
    return edits == 2 || sameEnding(a, b) ? ALIKE : DIFFERENT;
  }

  private static boolean sameEnding(Value a, Value b) {
    var x = a.canonical();
    var y = b.canonical();
    return x.length() > ENDING
        && y.length() > ENDING
        && x.endsWith(y.substring(y.length() - ENDING));
  }

  /** The digits, and behind them the ending, if that is the same in all readings. */
  @Override
  public long mark(Value value) {
    int ending = ending(value.canonical());
    return value.others().stream().allMatch(other -> ending(other) == ending)
        ? DigitCounts.of(value.canonical()) | (long) ending << DigitCounts.BITS | 1L << 62
        : 0;
  }

  private static int ending(String digits) {
    return digits.substring(Math.max(0, digits.length() - ENDING)).hashCode() & Integer.MAX_VALUE;
  }

  @Override
  public int told(long a, long b) {
    if (a >>> DigitCounts.BITS == b >>> DigitCounts.BITS) {
      return UNTOLD;
    }
    int edits = DigitCounts.edits(a, b);
    return edits > 2 ? DIFFERENT : edits == 2 ? -ALIKE : -ONE_EDIT;
  }
}
