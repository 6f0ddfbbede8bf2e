package org.masterplan.embeddedmongo.index;

import java.nio.ByteBuffer;
import org.masterplan.embeddedmongo.kv.Bytes;

/**
 * Some of the columns of one index, of which there are at most 32.
 *
 * @param bits one for each column, the first column's the lowest
 */
public record Columns(long bits) {
  public static final Columns NONE = new Columns(0);

  private static final Columns ALL = new Columns(-1);

  /** As {@link #stored} wrote it. Stores of before say only that there are some: any may be. */
  public static Columns read(byte[] stored) {
    return stored.length == Long.BYTES ? new Columns(ByteBuffer.wrap(stored).getLong()) : ALL;
  }

  /** As bytes. */
  public byte[] stored() {
    return Bytes.ofLong(bits);
  }

  Columns with(int column) {
    return new Columns(bits | 1L << column);
  }

  /** These and those. */
  public Columns plus(Columns others) {
    return new Columns(bits | others.bits);
  }

  /** Whether all of those are among these. */
  public boolean include(Columns others) {
    return plus(others).equals(this);
  }

  boolean isEmpty() {
    return bits == 0;
  }

  /** Whether none but the first is among these. */
  boolean atMostTheFirst() {
    return bits >>> 1 == 0;
  }
}
