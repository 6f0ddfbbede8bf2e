package org.masterplan.platform.parquet;

import java.util.Arrays;

/** The different values of a column, to which its pages refer by their places. */
final class Dictionary {
  private static final int LENGTH = 4;

  private final byte[] bytes;
  private final Leaf leaf;
  private final int[] starts;

  /** Refuses more values than the bytes can hold. */
  Dictionary(byte[] bytes, long count, Leaf leaf) {
    this.bytes = bytes;
    this.leaf = leaf;
    boolean varies = leaf.physical() == Physical.BYTE_ARRAY;
    long width = varies ? LENGTH : leaf.physical().width(leaf.length());
    if (count < 0 || width <= 0 || count > bytes.length / width) {
      throw Faults.broken();
    }
    this.starts = new int[(int) count];
    if (varies) {
      scan();
    } else {
      Arrays.setAll(starts, i -> (int) (i * width));
    }
  }

  private void scan() {
    var in = Bytes.of(bytes);
    for (int i = 0; i < starts.length; i++) {
      starts[i] = in.position();
      in.skip(in.littleEndian(LENGTH));
    }
  }

  /** What it takes in memory. */
  long held() {
    return bytes.length + (long) LENGTH * starts.length;
  }

  Values at(Bytes in) {
    var places = new Levels(in, in.next());
    return () -> at(places.next());
  }

  private Object at(int place) {
    if (place < 0 || place >= starts.length) {
      throw Faults.broken();
    }
    var in = new Bytes(bytes, starts[place], bytes.length);
    return Values.one(in, leaf.physical(), leaf.length());
  }
}
