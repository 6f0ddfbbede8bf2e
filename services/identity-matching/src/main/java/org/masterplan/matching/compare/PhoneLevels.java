package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** Telephone numbers; several readings of one cell count each. */
final class PhoneLevels implements Levels {
  @Override
  public List<String> names() {
    return List.of("equal", "equal in one reading", "one edit", "same ending", "different");
  }

  @Override
  public int of(Value a, Value b) {
    if (a.canonical().equals(b.canonical())) {
      return 1;
    }
    if (a.meets(b)) {
      return 2;
    }
    int edits = Edits.distance(a.canonical(), b.canonical(), 2);
    if (edits <= 1) {
      return 3;
    }
    return edits == 2 || sameEnding(a, b) ? 4 : 5;
  }

  private static boolean sameEnding(Value a, Value b) {
    var x = a.canonical();
    var y = b.canonical();
    return x.length() > 7 && y.length() > 7 && x.endsWith(y.substring(y.length() - 7));
  }
}
