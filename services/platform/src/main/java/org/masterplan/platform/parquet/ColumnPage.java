package org.masterplan.platform.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The cells of one column in one group of rows, as one page. */
final class ColumnPage {
  private static final int GZIP = 2;
  private static final int PLAIN = 0;
  private static final int RLE = 3;

  private final ParquetColumn column;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
  private int rows;
  private int run;
  private boolean runPresent;
  private int truths;
  private int truthBits;

  ColumnPage(ParquetColumn column) {
    this.column = column;
  }

  int size() {
    return values.size() + levels.size();
  }

  void add(@Nullable Object cell) {
    boolean present = cell != null;
    if (run > 0 && present != runPresent) {
      endRun();
    }
    runPresent = present;
    run++;
    rows++;
    if (cell != null) {
      write(cell);
    }
  }

  private void endRun() {
    Varints.write(levels, (long) run << 1);
    levels.write(runPresent ? 1 : 0);
    run = 0;
  }

  private void write(Object cell) {
    switch (column.kind()) {
      case TEXT -> text((String) cell);
      case WHOLE -> Varints.littleEndian(values, (Long) cell, Long.BYTES);
      case FRACTION ->
          Varints.littleEndian(values, Double.doubleToLongBits((Double) cell), Long.BYTES);
      case TRUTH -> truth((Boolean) cell);
      case MOMENT ->
          Varints.littleEndian(
              values, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) cell), Long.BYTES);
    }
  }

  private void text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    Varints.littleEndian(values, bytes.length, Integer.BYTES);
    values.writeBytes(bytes);
  }

  private void truth(boolean truth) {
    truths |= (truth ? 1 : 0) << truthBits;
    truthBits++;
    if (truthBits == Byte.SIZE) {
      endTruths();
    }
  }

  private void endTruths() {
    values.write(truths);
    truths = 0;
    truthBits = 0;
  }

  /** What a page comes to, with its header. */
  record Size(long rows, long packed, long unpacked) {}

  /** Writes the page, with its header. */
  Size write(OutputStream out) throws IOException {
    if (run > 0) {
      endRun();
    }
    if (truthBits > 0) {
      endTruths();
    }
    var plain = new ByteArrayOutputStream(size() + Integer.BYTES);
    Varints.littleEndian(plain, levels.size(), Integer.BYTES);
    levels.writeTo(plain);
    values.writeTo(plain);
    var packed = packed(plain);
    var header = new ThriftText().integer(1, 0).integer(2, plain.size()).integer(3, packed.length);
    header.struct(5).integer(1, rows).integer(2, PLAIN).integer(3, RLE).integer(4, RLE).end();
    var head = header.bytes();
    out.write(head);
    out.write(packed);
    return new Size(rows, head.length + (long) packed.length, head.length + (long) plain.size());
  }

  /** As the file's end tells of it; {@code at} is where it was written. */
  static void describe(ParquetColumn column, Size size, long at, ThriftText out) {
    out.element().whole(2, at).struct(3);
    out.integer(1, column.kind().physical().ordinal()).integers(2, PLAIN, RLE);
    out.texts(3, column.name()).integer(4, GZIP).whole(5, size.rows());
    out.whole(6, size.unpacked()).whole(7, size.packed()).whole(9, at);
    out.end().end();
  }

  private static byte[] packed(ByteArrayOutputStream plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      plain.writeTo(gzip);
    }
    return packed.toByteArray();
  }
}
