package org.masterplan.platform.parquet;

import java.util.Arrays;

/** A stretch of bytes and a place in it; reading past its end is a fault of the file. */
final class Bytes {
  private final byte[] bytes;
  private final int end;
  private int at;

  Bytes(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  static Bytes of(byte[] bytes) {
    return new Bytes(bytes, 0, bytes.length);
  }

  /** The same bytes, from here on, with a place of its own. */
  Bytes copy() {
    return new Bytes(bytes, at, end);
  }

  /** The next bytes, as a stretch of their own. */
  Bytes part(long length) {
    int from = at;
    skip(length);
    return new Bytes(bytes, from, at);
  }

  int left() {
    return end - at;
  }

  int position() {
    return at;
  }

  void skip(long length) {
    if (length < 0 || length > left()) {
      throw Faults.broken();
    }
    at += (int) length;
  }

  int next() {
    if (at >= end) {
      throw Faults.broken();
    }
    return bytes[at++] & 0xFF;
  }

  /** The byte that is so far ahead. */
  int peek(int ahead) {
    if (ahead < 0 || ahead >= left()) {
      throw Faults.broken();
    }
    return bytes[at + ahead] & 0xFF;
  }

  byte[] take(long length) {
    int from = at;
    skip(length);
    return Arrays.copyOfRange(bytes, from, at);
  }

  /** A whole number of so many bytes, the least first. */
  long littleEndian(int width) {
    long number = 0;
    for (int i = 0; i < width; i++) {
      number |= (long) next() << (8 * i);
    }
    return number;
  }

  /** A whole number in groups of seven bits, the least first. */
  long varint() {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int each = next();
      number |= (long) (each & 0x7F) << shift;
      if (each < 0x80) {
        return number;
      }
    }
    throw Faults.broken();
  }

  /** A whole number whose sign is its last bit. */
  long zigzag() {
    long number = varint();
    return (number >>> 1) ^ -(number & 1);
  }
}
