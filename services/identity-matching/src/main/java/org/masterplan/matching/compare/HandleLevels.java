package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** Handles on platforms; the first of a handle's other readings is the whole of it. */
final class HandleLevels implements Levels {
  static final int DIFFERENT = 5;

  @Override
  public List<String> names() {
    return List.of("equal", "same name elsewhere", "one edit", "two edits", "different");
  }

  @Override
  public int of(Value a, Value b) {
    if (a.folded().equals(b.folded())) {
      return 1;
    }
    return elsewhere(a, b) || elsewhere(b, a) ? 2 : Edits.distance(a.folded(), b.folded(), 2) + 2;
  }

  private static boolean elsewhere(Value whole, Value other) {
    return !whole.others().isEmpty() && other.others().contains(whole.others().getFirst());
  }
}
