package org.masterplan.platform.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * What a page says of itself.
 *
 * @param fields by the format's numbers
 * @param length of the header itself
 */
record PageHeader(Struct fields, int length) {
  static final int DATA = 0;
  static final int DICTIONARY = 2;
  static final int DATA_2 = 3;

  private static final int USUAL = 1 << 10;

  /** A header may quote the least and the greatest value of its page. */
  private static final int LONGEST = 1 << 22;

  private static final Shape SHAPE =
      Shape.of(1, 2, 3, 4)
          .with(5, Shape.of(1, 2, 3, 4))
          .with(7, Shape.of(1, 2))
          .with(8, Shape.of(1, 2, 3, 4, 5, 6, 7));

  static PageHeader read(FileChannel file, long from, long end) throws IOException {
    for (long length = Math.min(USUAL, end - from); ; length = Math.min(length * 16, end - from)) {
      var in = Bytes.of(Footer.read(file, from, (int) length));
      try {
        return new PageHeader(new Thrift(in).struct(SHAPE), in.position());
      } catch (InvalidFields broken) {
        // Perhaps only cut off.
        if (length >= Math.min(LONGEST, end - from)) {
          throw broken;
        }
      }
    }
  }

  int type() {
    return (int) fields.number(1);
  }

  /** In the file. */
  long packed() {
    return fields.number(3);
  }

  long unpacked() {
    return fields.number(2);
  }
}
