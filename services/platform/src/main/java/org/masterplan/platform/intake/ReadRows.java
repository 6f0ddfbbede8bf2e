package org.masterplan.platform.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;

/** Rows that are read when they are asked for. */
abstract class ReadRows implements Rows {
  private final Closeable file;
  private @Nullable Row ahead;
  private boolean ended;

  ReadRows(Closeable file) {
    this.file = file;
  }

  /** The next row, null at the end. */
  abstract @Nullable Row read();

  @Override
  public final boolean hasNext() {
    if (ahead == null && !ended) {
      ahead = read();
      ended = ahead == null;
    }
    return ahead != null;
  }

  @Override
  public final Row next() {
    var row = hasNext() ? ahead : null;
    if (row == null) {
      throw new NoSuchElementException("no row after the last");
    }
    ahead = null;
    return row;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
