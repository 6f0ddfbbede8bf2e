package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** Longer texts: addresses, places, occupations, organisations. */
final class TextLevels implements Levels {
  @Override
  public List<String> names() {
    return List.of("equal", "nearly equal", "similar", "shares words", "different");
  }

  @Override
  public int of(Value a, Value b) {
    if (a.meets(b) || a.folded().equals(b.folded())) {
      return 1;
    }
    double similarity = Edits.similarity(a.folded(), b.folded(), 0.65);
    if (similarity >= 0.82) {
      return 2;
    }
    if (similarity >= 0.65) {
      return 3;
    }
    return shared(a, b) >= 0.5 ? 4 : 5;
  }

  private static double shared(Value a, Value b) {
    int common = 0;
    for (var word : a.tokens()) {
      common += b.tokens().contains(word) ? 1 : 0;
    }
    return (double) common / Math.max(1, Math.min(a.tokens().size(), b.tokens().size()));
  }
}
