package org.masterplan.platform.parquet;

import java.io.ByteArrayOutputStream;

/** Whole numbers as bytes, the least first. */
final class Varints {
  private Varints() {}

  /** In groups of seven bits. */
  static void write(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  /** In so many bytes. */
  static void littleEndian(ByteArrayOutputStream out, long value, int width) {
    for (int i = 0; i < width; i++) {
      out.write((int) (value >>> 8 * i));
    }
  }
}
