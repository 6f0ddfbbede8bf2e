package org.masterplan.embeddedmongo.index;

import java.util.Arrays;

/** Bytes that grow; every key is made of them, so nothing here is synchronized. */
final class KeyBytes {
  private static final int FIRST = 48;

  private byte[] bytes = new byte[FIRST];
  private int size;

  void write(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void writeBytes(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  void writeLong(long value) {
    reserve(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
