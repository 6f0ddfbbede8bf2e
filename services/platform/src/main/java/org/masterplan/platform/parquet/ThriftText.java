package org.masterplan.platform.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes Thrift's compact protocol, in which a Parquet file describes itself. */
final class ThriftText {
  private static final int TRUE = 1;
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int SMALL = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  ThriftText integer(int id, int value) {
    head(id, INT);
    varint(zigzag(value));
    return this;
  }

  ThriftText whole(int id, long value) {
    head(id, LONG);
    varint(zigzag(value));
    return this;
  }

  ThriftText yes(int id) {
    head(id, TRUE);
    return this;
  }

  ThriftText text(int id, String value) {
    head(id, BINARY);
    bytes(value);
    return this;
  }

  ThriftText integers(int id, int... values) {
    list(id, INT, values.length);
    for (int value : values) {
      varint(zigzag(value));
    }
    return this;
  }

  ThriftText texts(int id, String value) {
    list(id, BINARY, 1);
    bytes(value);
    return this;
  }

  /** A list of so many structures, each between {@link #element} and {@link #end}. */
  ThriftText structs(int id, int size) {
    list(id, STRUCT, size);
    return this;
  }

  ThriftText element() {
    outer.push(last);
    last = 0;
    return this;
  }

  ThriftText struct(int id) {
    head(id, STRUCT);
    return element();
  }

  ThriftText end() {
    out.write(0);
    last = outer.pop();
    return this;
  }

  /** All that was written, with the end of the outermost structure. */
  byte[] bytes() {
    out.write(0);
    return out.toByteArray();
  }

  private void list(int id, int type, int size) {
    head(id, LIST);
    if (size < SMALL) {
      out.write(size << 4 | type);
    } else {
      out.write(SMALL << 4 | type);
      varint(size);
    }
  }

  /** Ids are written as their distance, and ascend. */
  private void head(int id, int type) {
    out.write(id - last << 4 | type);
    last = id;
  }

  private void bytes(String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  private void varint(long value) {
    Varints.write(out, value);
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }
}
