package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** E-mail addresses. */
final class EmailLevels implements Levels {
  static final int SIMILAR = 4;
  private static final int DIFFERENT = 5;

  @Override
  public List<String> names() {
    return List.of("equal", "up to two edits", "same name part", "similar name part", "different");
  }

  @Override
  public int of(Value a, Value b) {
    if (a.meets(b)) {
      return 1;
    }
    if (Edits.distance(a.canonical(), b.canonical(), 2) <= 2) {
      return 2;
    }
    if (a.piece().length() > 3 && a.piece().equals(b.piece())) {
      return 3;
    }
    return Edits.jaroWinkler(a.piece(), b.piece(), 0.9) >= 0.9 ? SIMILAR : DIFFERENT;
  }

  @Override
  public long mark(Value value) {
    return value.others().isEmpty() ? LetterSets.of(value.piece()) : 0;
  }

  /** Where one name part is much longer, an at sign may have moved, which takes but two edits. */
  @Override
  public int told(long a, long b) {
    int shorter = Math.min(LetterSets.length(a), LetterSets.length(b));
    int longer = Math.max(LetterSets.length(a), LetterSets.length(b));
    if (LetterSets.edits(a, b) <= 2 || 2 * shorter < longer) {
      return UNTOLD;
    }
    return LetterSets.unlike(a, b, 900) ? DIFFERENT : -SIMILAR;
  }
}
