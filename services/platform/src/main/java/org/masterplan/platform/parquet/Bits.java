package org.masterplan.platform.parquet;

/** Numbers of any width, the least bit first. */
final class Bits {
  private final Bytes in;
  private int each;
  private int left;

  Bits(Bytes in) {
    this.in = in;
  }

  long next(int width) {
    long number = 0;
    for (int have = 0; have < width; ) {
      if (left == 0) {
        each = in.next();
        left = 8;
      }
      int taken = Math.min(left, width - have);
      number |= (long) (each & ((1 << taken) - 1)) << have;
      each >>>= taken;
      left -= taken;
      have += taken;
    }
    return number;
  }

  /** Goes on with the next whole byte. */
  void align() {
    left = 0;
  }
}
