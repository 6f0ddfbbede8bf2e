package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** National ids; ids of two kinds (9 and 12 digits) say nothing of each other. */
final class IdLevels implements Levels {
  private static final List<String> KINDS = List.of("CCCD", "CMND", "OTHER");

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

  /** The digits, and behind them the kind of id. */
  @Override
  public long mark(Value value) {
    int kind = KINDS.indexOf(value.piece()) + 1;
    return value.others().isEmpty() && kind > 0
        ? DigitCounts.of(value.canonical()) | (long) kind << DigitCounts.BITS
        : 0;
  }

  @Override
  public int told(long a, long b) {
    if (DigitCounts.edits(a, b) <= 2) {
      return UNTOLD;
    }
    return a >>> DigitCounts.BITS == b >>> DigitCounts.BITS ? 4 : 0;
  }
}
