package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.record.Validity;
import org.masterplan.matching.table.Value;

/** One part of a person's name. */
final class NameLevels implements Levels {
  static final int SWAPPED = 5;
  private static final int EXACT = 1;
  private static final int FOLDED = 2;
  private static final int ONE_EDIT = 3;
  private static final int SIMILAR = 4;
  private static final int ALIKE = 6;
  private static final int DIFFERENT = 7;

  @Override
  public List<String> names() {
    return List.of(
        "equal", "equal without marks", "one edit", "similar", "swapped", "alike", "different");
  }

  @Override
  public int of(Value a, Value b) {
    boolean damaged = a.validity() == Validity.DAMAGED || b.validity() == Validity.DAMAGED;
    if (!damaged && a.canonical().equals(b.canonical())) {
      return EXACT;
    }
    if (!damaged && a.folded().equals(b.folded())) {
      return FOLDED;
    }
    return folded(a.folded(), b.folded());
  }

  private static int folded(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    if (shorter >= 3 && Edits.distance(a, b, 1) <= 1) {
      return ONE_EDIT;
    }
    if (a.startsWith(b) || b.startsWith(a)) {
      return SIMILAR;
    }
    double alike = shorter >= 3 ? Edits.jaroWinkler(a, b, 0.75) : 0;
    return alike >= 0.88 ? SIMILAR : alike >= 0.75 ? ALIKE : DIFFERENT;
  }

  @Override
  public long mark(Value value) {
    return LetterSets.of(value.folded());
  }

  /** Equal names, those of one edit and those that begin alike have most letters in common. */
  @Override
  public int told(long a, long b) {
    if (LetterSets.unlike(a, b, 750)) {
      return DIFFERENT;
    }
    return LetterSets.edits(a, b) > 1 ? -SIMILAR : UNTOLD;
  }
}
