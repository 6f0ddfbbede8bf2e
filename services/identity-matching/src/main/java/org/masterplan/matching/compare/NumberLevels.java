package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** Numbers: equal, mistyped, or of one size. */
final class NumberLevels implements Levels {
  @Override
  public List<String> names() {
    return List.of("equal", "one edit", "two edits", "within one percent", "different");
  }

  @Override
  public int of(Value a, Value b) {
    if (a.meets(b)) {
      return 1;
    }
    int shorter = Math.min(a.canonical().length(), b.canonical().length());
    int edits = Edits.distance(a.canonical(), b.canonical(), 2);
    if (edits == 1 && shorter > 2 || edits == 2 && shorter > 4) {
      return edits + 1;
    }
    return near(a.canonical(), b.canonical()) ? 4 : 5;
  }

  private static boolean near(String a, String b) {
    try {
      double x = Double.parseDouble(a);
      double y = Double.parseDouble(b);
      return Math.abs(x - y) <= 0.01 * Math.max(Math.abs(x), Math.abs(y));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
