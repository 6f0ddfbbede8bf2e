package org.masterplan.platform.parquet;

import java.util.Arrays;

/** The values of one page that are there, in their order, as they are stored. */
@FunctionalInterface
interface Values {
  /** Boolean, Long, Float, Double or an array of bytes. */
  Object next();

  /** Values one after the other. */
  static Values plain(Bytes in, Physical physical, int length) {
    if (physical == Physical.BOOLEAN) {
      var bits = new Bits(in);
      return () -> bits.next(1) == 1;
    }
    return () -> one(in, physical, length);
  }

  /** The value that is stored here. */
  static Object one(Bytes in, Physical physical, int length) {
    return switch (physical) {
      case BOOLEAN -> in.next() == 1;
      case INT32 -> (long) (int) in.littleEndian(4);
      case INT64 -> in.littleEndian(8);
      case FLOAT -> Float.intBitsToFloat((int) in.littleEndian(4));
      case DOUBLE -> Double.longBitsToDouble(in.littleEndian(8));
      case INT96 -> in.take(12);
      case FIXED_LEN_BYTE_ARRAY -> in.take(length);
      case BYTE_ARRAY -> in.take(in.littleEndian(4));
    };
  }

  /** Truth values in runs. */
  static Values truths(Bytes in) {
    var levels = new Levels(in.part(in.littleEndian(4)), 1);
    return () -> levels.next() == 1;
  }

  /** Whole numbers by their distances. */
  static Values distances(Bytes in, Physical physical, long most) {
    var deltas = new Deltas(in, most);
    return physical == Physical.INT32 ? () -> (long) (int) deltas.next() : deltas::next;
  }

  /** All lengths first, then all texts. */
  static Values lengths(Bytes in, long most) {
    var lengths = new Deltas(in.copy(), most);
    var texts = Deltas.behind(in, most);
    return () -> texts.take(lengths.next());
  }

  /** Each text by how much of the one before it begins with, and what follows. */
  static Values beginnings(Bytes in, long most, int longest) {
    var beginnings = new Deltas(in.copy(), most);
    var ends = lengths(Deltas.behind(in, most), most);
    var last = new byte[][] {new byte[0]};
    return () -> {
      long kept = beginnings.next();
      var end = (byte[]) ends.next();
      if (kept < 0 || kept > last[0].length || kept + end.length > longest) {
        throw Faults.broken();
      }
      var text = Arrays.copyOf(last[0], (int) kept + end.length);
      System.arraycopy(end, 0, text, (int) kept, end.length);
      last[0] = text;
      return text;
    };
  }

  /** The first bytes of all values, then the second ones, and so on. */
  static Values scattered(Bytes in, Physical physical, int length) {
    int width = physical.width(length);
    if (width <= 0) {
      throw Faults.broken();
    }
    int count = in.left() / width;
    return () -> {
      var value = new byte[width];
      for (int i = 0; i < width; i++) {
        value[i] = (byte) in.peek(i * count);
      }
      in.skip(1);
      return one(Bytes.of(value), physical, length);
    };
  }
}
