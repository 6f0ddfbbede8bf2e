package org.masterplan.platform.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file, one at a time. Whatever is wrong with the file is an {@code
 * InvalidFields} on the field {@code file}, when it is opened or when a row is asked for; after
 * that no row comes any more.
 */
public final class ParquetFile implements Closeable {
  private final FileChannel file;
  private final Footer footer;
  private final Bounds bounds;
  private final Held held;
  private final Iterator<Footer.Group> groups;
  private List<Cursor> cursors = List.of();
  private long left;
  private long read;
  private long text;

  private ParquetFile(FileChannel file, Footer footer, Bounds bounds) {
    this.file = file;
    this.footer = footer;
    this.bounds = bounds;
    this.held = new Held(bounds);
    this.groups = footer.groups().iterator();
  }

  /** Reads what the file says of itself. */
  public static ParquetFile open(Path path, Bounds bounds) throws IOException {
    var file = FileChannel.open(path);
    try {
      return new ParquetFile(file, Footer.read(file, bounds), bounds);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The names of the columns. */
  public List<String> columns() {
    return footer.leaves().stream().map(Leaf::name).toList();
  }

  /** How many rows there are. */
  public long rows() {
    return footer.rows();
  }

  /** About how many bytes of the file have been read. */
  public long bytesRead() throws IOException {
    return rows() == 0 ? file.size() : (long) (file.size() * ((double) read / rows()));
  }

  /** The next row, null at the end. */
  public @Nullable ParquetRow next() throws IOException {
    while (left == 0) {
      if (!groups.hasNext()) {
        return null;
      }
      begin(groups.next());
    }
    left--;
    read++;
    return row();
  }

  private void begin(Footer.Group group) {
    cursors.forEach(Cursor::close);
    var next = new ArrayList<Cursor>(footer.leaves().size());
    for (int i = 0; i < footer.leaves().size(); i++) {
      var leaf = footer.leaves().get(i);
      var pages = new Pages(file, group.chunks().get(i), leaf, held);
      next.add(new Cursor(leaf, pages, bounds.rowChars()));
    }
    cursors = next;
    left = group.rows();
  }

  private ParquetRow row() throws IOException {
    var cells = new ArrayList<String>(cursors.size());
    long chars = 0;
    int wrong = -1;
    for (var cursor : cursors) {
      var cell = cursor.next();
      chars += cell.length();
      if (cursor.isUndecodable() && wrong < 0) {
        wrong = cells.size();
      }
      cells.add(chars > bounds.rowChars() ? "" : cell);
    }
    text += chars + cells.size();
    if (text > bounds.textBytes()) {
      throw Faults.tooLarge(bounds.textBytes());
    }
    if (chars > bounds.rowChars()) {
      return new ParquetRow(List.of(), ParquetRow.Flaw.TOO_LONG, -1);
    }
    var flaw = wrong < 0 ? ParquetRow.Flaw.NONE : ParquetRow.Flaw.UNDECODABLE;
    return new ParquetRow(cells, flaw, wrong);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
