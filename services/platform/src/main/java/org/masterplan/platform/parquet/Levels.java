package org.masterplan.platform.parquet;

/**
 * Small numbers in runs: of equal ones, or of eight and more that are packed bit by bit. Holds how
 * often a value is absent or repeated, and places in a dictionary.
 */
final class Levels {
  private final Bytes in;
  private final int width;
  private final Bits bits;
  private long left;
  private boolean packed;
  private int value;

  Levels(Bytes in, int width) {
    if (width < 0 || width > 32) {
      throw Faults.broken();
    }
    this.in = in;
    this.width = width;
    this.bits = new Bits(in);
  }

  /** For levels from 0 to {@code max}. */
  static Levels upTo(int max, Bytes in) {
    return new Levels(in, 32 - Integer.numberOfLeadingZeros(max));
  }

  int next() {
    if (left == 0) {
      begin();
    }
    left--;
    return packed ? (int) bits.next(width) : value;
  }

  private void begin() {
    long head = in.varint();
    packed = (head & 1) == 1;
    left = packed ? (head >>> 1) * 8 : head >>> 1;
    if (left <= 0) {
      throw Faults.broken();
    }
    bits.align();
    if (!packed) {
      value = (int) in.littleEndian((width + 7) / 8);
    }
  }
}
