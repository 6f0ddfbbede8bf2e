package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** Short codes: postcodes. */
final class CodeLevels implements Levels {
  @Override
  public List<String> names() {
    return List.of("equal", "one edit", "two edits", "different");
  }

  @Override
  public int of(Value a, Value b) {
    return a.meets(b) ? 1 : Edits.distance(a.folded(), b.folded(), 2) + 1;
  }

  @Override
  public long mark(Value value) {
    return value.others().isEmpty() ? LetterSets.of(value.folded()) : 0;
  }

  @Override
  public int told(long a, long b) {
    return LetterSets.edits(a, b) > 2 ? 4 : UNTOLD;
  }
}
