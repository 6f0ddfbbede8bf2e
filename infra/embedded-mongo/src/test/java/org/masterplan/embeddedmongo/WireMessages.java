package org.masterplan.embeddedmongo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Messages of MongoDB's wire protocol (OP_MSG with one body), as they lie on the wire. */
public final class WireMessages {
  /** The flag of a request that nobody awaits an answer to. */
  public static final int MORE_TO_COME = 1 << 1;

  /** Bytes before the body: length, number, answered number, kind, flags and the section's kind. */
  public static final int HEADER_BYTES = 21;

  private static final int OP_MSG = 2013;

  private WireMessages() {}

  /**
   * A message with that body.
   *
   * @param number by which its answer names it
   * @param body a document's bytes, or what is to be taken for one
   */
  public static byte[] of(int number, int flags, ByteBuffer body) {
    int size = HEADER_BYTES + body.remaining();
    return ByteBuffer.allocate(size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(size)
        .putInt(number)
        .putInt(0)
        .putInt(OP_MSG)
        .putInt(flags)
        .put((byte) 0)
        .put(body)
        .array();
  }
}
