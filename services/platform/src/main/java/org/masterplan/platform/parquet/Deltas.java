package org.masterplan.platform.parquet;

/** Whole numbers by their distances from each other, packed in blocks of blocks. */
final class Deltas {
  private static final int MAX_BLOCK = 1 << 16;

  private final Bytes in;
  private final Bits bits;
  private final int[] widths;
  private final int each;
  private final long total;
  private long given;
  private long last;
  private long least;
  private int inBlock;

  /**
   * Refuses a stretch that says that it holds more numbers than there are values.
   *
   * @param most how many there may be
   */
  Deltas(Bytes in, long most) {
    this.in = in;
    this.bits = new Bits(in);
    long block = in.varint();
    long parts = in.varint();
    this.total = in.varint();
    this.last = in.zigzag();
    boolean sound = block > 0 && block <= MAX_BLOCK && parts > 0 && parts <= block;
    if (!sound || block % parts != 0 || block / parts % 8 != 0 || total < 0 || total > most) {
      throw Faults.broken();
    }
    this.widths = new int[(int) parts];
    this.each = (int) (block / parts);
  }

  /** What follows such a stretch. */
  static Bytes behind(Bytes in, long most) {
    new Deltas(in, most).skip();
    return in.copy();
  }

  long next() {
    if (given >= total) {
      throw Faults.broken();
    }
    if (given++ > 0) {
      if (inBlock % (widths.length * each) == 0) {
        begin();
      }
      last += least + bits.next(widths[inBlock++ / each]);
    }
    return last;
  }

  private void begin() {
    least = in.zigzag();
    for (int i = 0; i < widths.length; i++) {
      widths[i] = in.next();
      if (widths[i] > Long.SIZE) {
        throw Faults.broken();
      }
    }
    inBlock = 0;
  }

  /** The last part is full, though not all of it counts; parts behind it are not there. */
  private void skip() {
    while (given < total) {
      next();
    }
    for (; inBlock % each != 0; inBlock++) {
      bits.next(widths[inBlock / each]);
    }
  }
}
