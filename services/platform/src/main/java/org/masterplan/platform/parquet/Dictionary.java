package org.masterplan.platform.parquet;

/** The different values of a column, to which its pages refer by their places. */
final class Dictionary {
  private static final int LENGTH = 4;

  private final byte[] bytes;
  private final Leaf leaf;
  private final int count;
  private final int width;

  /** Where each begins; empty where all are of one width. */
  private final int[] starts;

  /** Refuses more values than the bytes can hold. */
  Dictionary(byte[] bytes, long count, Leaf leaf) {
    this.bytes = bytes;
    this.leaf = leaf;
    boolean varies = leaf.physical() == Physical.BYTE_ARRAY;
    this.width = varies ? LENGTH : leaf.physical().width(leaf.length());
    if (count < 0 || width <= 0 || count > bytes.length / width) {
      throw Faults.broken();
    }
    this.count = (int) count;
    this.starts = new int[varies ? this.count : 0];
    scan();
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
    if (place < 0 || place >= count) {
      throw Faults.broken();
    }
    int start = starts.length == 0 ? place * width : starts[place];
    var in = new Bytes(bytes, start, bytes.length);
    return Values.one(in, leaf.physical(), leaf.length());
  }
}
