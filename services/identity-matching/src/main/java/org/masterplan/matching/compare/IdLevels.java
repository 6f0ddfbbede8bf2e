package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** National ids; ids of two kinds (9 and 12 digits) say nothing of each other. */
final class IdLevels implements Levels {
  @Override
  public List<String> names() {
    return List.of("equal", "one edit", "two edits", "different");
  }

  @Override
  public int of(Value a, Value b) {
    if (a.meets(b)) {
      return 1;
    }
    int edits = Edits.distance(a.canonical(), b.canonical(), 2);
    if (edits <= 2) {
      return edits + 1;
    }
    return a.piece().equals(b.piece()) ? 4 : 0;
  }
}
