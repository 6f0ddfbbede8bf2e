package org.masterplan.kernel.intake;

import java.util.Iterator;
import java.util.List;

/**
 * The rows of an upload, read one at a time so that memory stays bounded. A file that cannot be
 * read at all is a refusal, thrown when it is opened; a row that cannot be read is a {@link
 * Row.Bad}, and the rows after it still come.
 */
public interface Rows extends Iterator<Row>, AutoCloseable {
  /** Fields in the file's order: the mapped name of a known column, else its header as written. */
  List<String> columns();

  /**
   * Whether every row has these columns and no others; otherwise each names its own, and {@link
   * #columns} are those of the first.
   */
  default boolean columnsAreFinal() {
    return true;
  }

  /** How many bytes of the file have been read, for progress. */
  default long bytesRead() {
    return 0;
  }

  @Override
  void close();

  /** Rows already in memory: replayed ones, and those of tests. */
  static Rows of(List<String> columns, Iterator<? extends Row> rows) {
    return new HeldRows(List.copyOf(columns), rows);
  }
}
