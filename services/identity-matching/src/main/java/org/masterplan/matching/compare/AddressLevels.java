package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Value;

/** House number and street; another number is another house, however alike the lines look. */
final class AddressLevels implements Levels {
  private static final int SHARES_WORDS = 4;

  private final TextLevels texts = new TextLevels();

  @Override
  public List<String> names() {
    return texts.names();
  }

  @Override
  public int of(Value a, Value b) {
    int level = texts.of(a, b);
    boolean twoHouses =
        !a.piece().isEmpty() && !b.piece().isEmpty() && !a.piece().equals(b.piece());
    return twoHouses ? Math.max(level, SHARES_WORDS) : level;
  }

  /** The house. */
  @Override
  public long mark(Value value) {
    return value.piece().isEmpty()
        ? 0
        : 1L << Integer.SIZE | Integer.toUnsignedLong(value.piece().hashCode());
  }

  @Override
  public int told(long a, long b) {
    return a == b ? UNTOLD : -SHARES_WORDS;
  }
}
