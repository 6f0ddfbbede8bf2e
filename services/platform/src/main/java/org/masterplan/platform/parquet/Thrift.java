package org.masterplan.platform.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Thrift's compact protocol, in which a Parquet file describes itself. A size that a file states is
 * believed only as far as bytes are left, and nothing that is not wanted is kept.
 */
final class Thrift {
  private static final int STOP = 0;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int SHORT = 4;
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;
  private static final int UUID = 13;

  private static final int MAX_DEPTH = 32;

  /** What is kept may be one byte in the file, and a hundred and more in memory. */
  private static final int MAX_KEPT = 1_000_000;

  private final Bytes in;
  private int kept;

  Thrift(Bytes in) {
    this.in = in;
  }

  Struct struct(Shape shape) {
    return struct(shape, 0);
  }

  private Struct struct(Shape shape, int depth) {
    var struct = new Struct();
    int id = 0;
    for (int head = in.next(); head != STOP; head = in.next()) {
      id = head >>> 4 == 0 ? (int) in.zigzag() : id + (head >>> 4);
      var wanted = shape.fields().get(id);
      if (wanted == null) {
        skip(head & 15, depth + 1);
      } else {
        struct.put(id, value(head & 15, wanted, depth + 1));
      }
    }
    return struct;
  }

  private Object value(int type, Shape shape, int depth) {
    if (depth > MAX_DEPTH) {
      throw Faults.broken();
    }
    if (++kept > MAX_KEPT) {
      throw Faults.bomb();
    }
    return switch (type) {
      case TRUE -> true;
      case FALSE -> false;
      case BYTE -> (long) (byte) in.next();
      case SHORT, INT, LONG -> in.zigzag();
      case BINARY -> new String(in.take(in.varint()), StandardCharsets.UTF_8);
      case LIST -> list(shape, depth);
      case STRUCT -> struct(shape, depth);
      default -> throw Faults.broken();
    };
  }

  private List<Object> list(Shape shape, int depth) {
    int head = in.next();
    long size = size(head);
    var list = new ArrayList<Object>((int) Math.min(size, 1000));
    for (long i = 0; i < size; i++) {
      list.add(value(head & 15, shape, depth + 1));
    }
    return list;
  }

  private long size(int head) {
    long size = head >>> 4 == 15 ? in.varint() : head >>> 4;
    if (size < 0 || size > in.left()) {
      throw Faults.broken();
    }
    return size;
  }

  private void skip(int type, int depth) {
    if (depth > MAX_DEPTH) {
      throw Faults.broken();
    }
    switch (type) {
      case TRUE, FALSE -> {}
      case BYTE -> in.next();
      case SHORT, INT, LONG -> in.varint();
      case DOUBLE -> in.skip(8);
      case BINARY -> in.skip(in.varint());
      case LIST, SET -> skipList(depth);
      case MAP -> skipMap(depth);
      case STRUCT -> skipStruct(depth);
      case UUID -> in.skip(16);
      default -> throw Faults.broken();
    }
  }

  private void skipList(int depth) {
    int head = in.next();
    long size = size(head);
    for (long i = 0; i < size; i++) {
      skipElement(head & 15, depth);
    }
  }

  private void skipMap(int depth) {
    long size = in.varint();
    if (size < 0 || size > in.left()) {
      throw Faults.broken();
    }
    int types = size == 0 ? 0 : in.next();
    for (long i = 0; i < size; i++) {
      skipElement(types >>> 4, depth);
      skipElement(types & 15, depth);
    }
  }

  /** In a list a truth value takes a byte; as a field it is part of the field's head. */
  private void skipElement(int type, int depth) {
    if (type == TRUE || type == FALSE) {
      in.skip(1);
    } else {
      skip(type, depth + 1);
    }
  }

  private void skipStruct(int depth) {
    for (int head = in.next(); head != STOP; head = in.next()) {
      if (head >>> 4 == 0) {
        in.zigzag();
      }
      skip(head & 15, depth + 1);
    }
  }
}
