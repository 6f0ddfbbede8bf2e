package org.masterplan.embeddedmongo.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A key by value: of a document in its table, or the start of an index entry. */
public final class Position {
  private final byte[] key;

  public Position(byte[] key) {
    this.key = key;
  }

  @SuppressWarnings("EI_EXPOSE_REP") // shared on purpose: keys are never changed
  public byte[] key() {
    return key;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position position && Arrays.equals(key, position.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "Position(" + key.length + " bytes)";
  }
}
