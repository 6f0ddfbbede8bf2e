package org.masterplan.platform.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says of itself at its end: its columns, and where each lies in each group of rows.
 */
record Footer(List<Leaf> leaves, List<Group> groups, long rows) {
  /** Far more than files of a thousand columns and a thousand groups need. */
  static final int MAX_BYTES = 16 << 20;

  private static final int TAIL = 8;
  private static final Shape CHUNK = Shape.of(1, 8, 9).with(3, Shape.of(1, 4, 5, 7, 9, 11));
  private static final Shape GROUP = Shape.of(3).with(1, CHUNK);
  private static final Shape FILE = Shape.of(3, 8).with(2, Schema.ELEMENT).with(4, GROUP);

  /** Some of the file's rows, and where their columns lie, in the order of the columns. */
  record Group(long rows, List<Chunk> chunks) {}

  static Footer read(FileChannel file, Bounds bounds) throws IOException {
    long size = file.size();
    if (size < 4 + TAIL) {
      throw Faults.broken();
    }
    var tail = Bytes.of(read(file, size - TAIL, TAIL));
    long length = tail.littleEndian(4);
    switch (new String(tail.take(4), StandardCharsets.ISO_8859_1)) {
      case "PAR1" -> {}
      case "PARE" -> throw Faults.encrypted();
      default -> throw Faults.broken();
    }
    if (length > size - TAIL - 4) {
      throw Faults.broken();
    }
    if (length > MAX_BYTES) {
      throw Faults.bomb();
    }
    var bytes = Bytes.of(read(file, size - TAIL - length, (int) length));
    return footer(new Thrift(bytes).struct(FILE), size - TAIL - length, bounds);
  }

  private static Footer footer(Struct file, long end, Bounds bounds) {
    var elements = file.structs(2);
    var leaves = Schema.leaves(elements);
    if (leaves.isEmpty()) {
      throw Faults.broken();
    }
    if (leaves.size() > bounds.columns()) {
      throw Faults.tooWide(leaves.size(), bounds.columns());
    }
    var groups = new ArrayList<Group>();
    long rows = 0;
    for (var each : file.structs(4)) {
      var group = group(each, leaves, end);
      if (group.rows() > bounds.textBytes() / leaves.size() - rows) {
        throw Faults.tooLarge(bounds.textBytes());
      }
      rows += group.rows();
      groups.add(group);
    }
    return new Footer(leaves, List.copyOf(groups), rows);
  }

  private static Group group(Struct group, List<Leaf> leaves, long end) {
    long rows = group.number(3);
    var columns = group.structs(1);
    if (rows < 0 || columns.size() != leaves.size()) {
      throw Faults.broken();
    }
    var chunks = new ArrayList<Chunk>(columns.size());
    for (int i = 0; i < leaves.size(); i++) {
      var chunk = Chunk.of(columns.get(i), leaves.get(i), end);
      if (leaves.get(i).repetition() == 0 && chunk.values() != rows) {
        throw Faults.broken();
      }
      chunks.add(chunk);
    }
    return new Group(rows, List.copyOf(chunks));
  }

  static byte[] read(FileChannel file, long from, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, from + buffer.position()) < 0) {
        throw Faults.broken();
      }
    }
    return buffer.array();
  }
}
