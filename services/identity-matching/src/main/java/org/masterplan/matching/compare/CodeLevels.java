package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** Short codes: postcodes, handles. */
final class CodeLevels implements Levels {
  @Override
  public List<String> names() {
    return List.of("equal", "one edit", "two edits", "different");
  }

  @Override
  public int of(Value a, Value b) {
    return a.meets(b) ? 1 : Edits.distance(a.folded(), b.folded(), 2) + 1;
  }
}
