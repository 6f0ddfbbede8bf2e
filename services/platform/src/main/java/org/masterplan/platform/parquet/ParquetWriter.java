package org.masterplan.platform.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into a Parquet file, some thousands at a time, and never goes back in it: so it can
 * be sent while it is written. What is not closed is no Parquet file.
 */
public final class ParquetWriter implements Closeable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int GROUP_ROWS = 50_000;
  private static final int GROUP_BYTES = 8 << 20;

  private final OutputStream out;
  private final List<ParquetColumn> columns;
  private final List<Group> groups = new ArrayList<>();
  private List<ColumnPage> pages = List.of();
  private long at;
  private long written;
  private int rows;
  private boolean closed;

  /** Where a column of a group was written. */
  private record Place(ParquetColumn column, ColumnPage.Size size, long at) {}

  /** Some of the rows. */
  private record Group(List<Place> places, long rows) {
    void describe(ThriftText out) {
      out.element().structs(1, places.size());
      places.forEach(p -> ColumnPage.describe(p.column(), p.size(), p.at(), out));
      long bytes = places.stream().mapToLong(p -> p.size().unpacked()).sum();
      out.whole(2, bytes).whole(3, rows).end();
    }
  }

  public ParquetWriter(OutputStream out, List<ParquetColumn> columns) throws IOException {
    this.out = out;
    this.columns = List.copyOf(columns);
    write(MAGIC);
    begin();
  }

  /** How many rows it was given. */
  public long rows() {
    return written + rows;
  }

  /** Adds a row: a cell for each column, of its column's kind, or null. */
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      pages.get(i).add(cells.get(i));
    }
    rows++;
    if (rows == GROUP_ROWS || rows % 256 == 0 && size() >= GROUP_BYTES) {
      endGroup();
    }
  }

  /** Writes what is left and what the file says of itself, and closes what it was written into. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      if (rows > 0) {
        endGroup();
      }
      var footer = footer();
      write(footer);
      var tail = new java.io.ByteArrayOutputStream();
      Varints.littleEndian(tail, footer.length, Integer.BYTES);
      write(tail.toByteArray());
      write(MAGIC);
    }
  }

  private void begin() {
    pages = columns.stream().map(ColumnPage::new).toList();
    rows = 0;
  }

  private int size() {
    return pages.stream().mapToInt(ColumnPage::size).sum();
  }

  private void endGroup() throws IOException {
    var places = new ArrayList<Place>(pages.size());
    for (int i = 0; i < pages.size(); i++) {
      long from = at;
      var size = pages.get(i).write(out);
      at += size.packed();
      places.add(new Place(columns.get(i), size, from));
    }
    groups.add(new Group(places, rows));
    written += rows;
    begin();
  }

  private byte[] footer() {
    var footer = new ThriftText().integer(1, 1).structs(2, columns.size() + 1);
    footer.element().text(4, "schema").integer(5, columns.size()).end();
    columns.forEach(column -> column.describe(footer));
    footer.whole(3, written).structs(4, groups.size());
    groups.forEach(group -> group.describe(footer));
    return footer.text(6, "masterplan").bytes();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    at += bytes.length;
  }
}
