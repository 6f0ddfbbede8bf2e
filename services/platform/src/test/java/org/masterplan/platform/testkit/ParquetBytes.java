package org.masterplan.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parquet files of text columns, as plain as the format allows: not packed, one page for each
 * column of each group of rows. What a page states of itself may be a lie.
 *
 * @param rowsPerGroup how many rows a group holds
 * @param codec the number of the codec that the file names; nothing is packed
 * @param stated bytes of every page, unpacked, as its header states them; -1 = as they are
 * @param more values than there are, that every page says that it holds
 */
public record ParquetBytes(int rowsPerGroup, int codec, int stated, int more) {
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private static final int BYTE_ARRAY = 6;
  private static final int OPTIONAL = 1;
  private static final int RLE = 3;

  /** An honest file. */
  public static byte[] of(List<String> columns, List<List<String>> rows) {
    return new ParquetBytes(Integer.MAX_VALUE, 0, -1, 0).write(columns, rows);
  }

  /** An empty cell is written as none. */
  public byte[] write(List<String> columns, List<List<String>> rows) {
    var file = new ByteArrayOutputStream();
    file.writeBytes("PAR1".getBytes(UTF_8));
    var groups = new ArrayList<Thrift>();
    for (int from = 0; from < rows.size(); from += Math.min(rowsPerGroup, rows.size())) {
      int to = (int) Math.min((long) from + rowsPerGroup, rows.size());
      groups.add(group(file, columns.size(), rows.subList(from, to)));
    }
    var schema = new ArrayList<Thrift>();
    schema.add(new Thrift().text(4, "schema").number(5, INT, columns.size()));
    columns.forEach(name -> schema.add(element(name)));
    var footer =
        new Thrift()
            .number(1, INT, 1)
            .structs(2, schema)
            .number(3, LONG, rows.size())
            .structs(4, groups)
            .end();
    file.writeBytes(footer);
    file.writeBytes(littleEndian(footer.length));
    file.writeBytes("PAR1".getBytes(UTF_8));
    return file.toByteArray();
  }

  private static Thrift element(String name) {
    return new Thrift()
        .number(1, INT, BYTE_ARRAY)
        .number(3, INT, OPTIONAL)
        .text(4, name)
        .number(6, INT, 0);
  }

  private Thrift group(ByteArrayOutputStream file, int columns, List<List<String>> rows) {
    var chunks =
        IntStream.range(0, columns)
            .mapToObj(column -> chunk(file, rows.stream().map(row -> row.get(column)).toList()))
            .toList();
    return new Thrift().structs(1, chunks).number(2, LONG, 0).number(3, LONG, rows.size());
  }

  private Thrift chunk(ByteArrayOutputStream file, List<String> cells) {
    int from = file.size();
    var page = page(cells);
    var header =
        new Thrift()
            .number(1, INT, 0)
            .number(2, INT, stated < 0 ? page.length : stated)
            .number(3, INT, page.length)
            .struct(
                5,
                new Thrift()
                    .number(1, INT, cells.size() + more)
                    .number(2, INT, 0)
                    .number(3, INT, RLE)
                    .number(4, INT, RLE))
            .end();
    file.writeBytes(header);
    file.writeBytes(page);
    int length = file.size() - from;
    var about =
        new Thrift()
            .number(1, INT, BYTE_ARRAY)
            .number(4, INT, codec)
            .number(5, LONG, cells.size())
            .number(6, LONG, length)
            .number(7, LONG, length)
            .number(9, LONG, from);
    return new Thrift().number(2, LONG, from).struct(3, about);
  }

  /** Which cells are there, in runs of equal ones; then those that are. */
  private static byte[] page(List<String> cells) {
    var page = new ByteArrayOutputStream();
    var levels = levels(cells);
    page.writeBytes(littleEndian(levels.length));
    page.writeBytes(levels);
    for (var cell : cells) {
      if (!cell.isEmpty()) {
        var bytes = cell.getBytes(UTF_8);
        page.writeBytes(littleEndian(bytes.length));
        page.writeBytes(bytes);
      }
    }
    return page.toByteArray();
  }

  private static byte[] levels(List<String> cells) {
    var levels = new ByteArrayOutputStream();
    for (int from = 0, to = 0; from < cells.size(); from = to) {
      boolean empty = cells.get(from).isEmpty();
      while (to < cells.size() && cells.get(to).isEmpty() == empty) {
        to++;
      }
      varint(levels, 2L * (to - from));
      levels.write(empty ? 0 : 1);
    }
    return levels.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long number) {
    long left = number;
    for (; (left & ~0x7FL) != 0; left >>>= 7) {
      out.write((int) (left & 0x7F | 0x80));
    }
    out.write((int) left);
  }

  private static byte[] littleEndian(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /** A structure in Thrift's compact protocol; its fields come in the order of their numbers. */
  private static final class Thrift {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int last;

    Thrift number(int id, int type, long value) {
      field(id, type);
      varint(out, (value << 1) ^ (value >> 63));
      return this;
    }

    Thrift text(int id, String text) {
      field(id, BINARY);
      var bytes = text.getBytes(UTF_8);
      varint(out, bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    Thrift struct(int id, Thrift struct) {
      field(id, STRUCT);
      out.writeBytes(struct.end());
      return this;
    }

    Thrift structs(int id, List<Thrift> structs) {
      field(id, LIST);
      out.write(15 << 4 | STRUCT);
      varint(out, structs.size());
      structs.forEach(each -> out.writeBytes(each.end()));
      return this;
    }

    byte[] end() {
      out.write(0);
      return out.toByteArray();
    }

    private void field(int id, int type) {
      out.write((id - last) << 4 | type);
      last = id;
    }
  }
}
