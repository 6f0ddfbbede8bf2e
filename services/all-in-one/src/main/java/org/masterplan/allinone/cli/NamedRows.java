package org.masterplan.allinone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Rows that say of which file they are if it turns out only among them that it cannot be read: that
 * a file is too large shows when its limit is passed.
 */
record NamedRows(Rows rows, Path file) implements Rows {
  @Override
  public boolean hasNext() {
    return named(rows::hasNext);
  }

  @Override
  public Row next() {
    return named(rows::next);
  }

  @Override
  public List<String> columns() {
    return rows.columns();
  }

  @Override
  public boolean columnsAreFinal() {
    return rows.columnsAreFinal();
  }

  @Override
  public long bytesRead() {
    return rows.bytesRead();
  }

  @Override
  public void close() {
    rows.close();
  }

  /** Whoever iterates declares no trouble; {@link Faults} finds it as the cause. */
  private <T> T named(Supplier<T> step) {
    try {
      return step.get();
    } catch (InvalidFields e) {
      throw new IllegalStateException(RowFile.unreadable(file, e));
    }
  }
}
