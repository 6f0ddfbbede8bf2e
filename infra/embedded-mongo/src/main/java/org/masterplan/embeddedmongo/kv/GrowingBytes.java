package org.masterplan.embeddedmongo.kv;

import java.util.Arrays;

/** Bytes that grow. Every key is made of them, so nothing here is synchronized. */
public final class GrowingBytes {
  private byte[] bytes;
  private int size;

  /** With room for so many before the array is made anew. */
  public GrowingBytes(int first) {
    bytes = new byte[first];
  }

  public int size() {
    return size;
  }

  /** What was written is its first {@link #size} bytes; another array once more is written. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] array() {
    return bytes;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  public void write(int value) {
    int at = reserve(1); // first: it may make the array anew
    bytes[at] = (byte) value;
  }

  public void write(byte[] more) {
    int at = reserve(more.length);
    System.arraycopy(more, 0, bytes, at, more.length);
  }

  /** Goes on by so many bytes, which the caller fills in, and answers where they begin. */
  public int reserve(int more) {
    int from = size;
    if (bytes.length - from < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, from + more));
    }
    size = from + more;
    return from;
  }

  /** Forgets what was written beyond {@code earlier} bytes. */
  public void backTo(int earlier) {
    size = earlier;
  }
}
