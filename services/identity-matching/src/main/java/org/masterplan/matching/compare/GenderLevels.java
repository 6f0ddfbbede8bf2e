package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** Gender. */
final class GenderLevels implements Levels {
  @Override
  public List<String> names() {
    return List.of("equal", "different");
  }

  @Override
  public int of(Value a, Value b) {
    return a.canonical().equals(b.canonical()) ? 1 : 2;
  }
}
