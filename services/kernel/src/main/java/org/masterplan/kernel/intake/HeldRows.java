package org.masterplan.kernel.intake;

import java.util.Iterator;
import java.util.List;

/** Rows that need nothing closed. */
record HeldRows(List<String> columns, Iterator<? extends Row> rows) implements Rows {
  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public Row next() {
    return rows.next();
  }

  @Override
  public void close() {}
}
