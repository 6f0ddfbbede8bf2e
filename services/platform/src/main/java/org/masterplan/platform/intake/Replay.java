package org.masterplan.platform.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.masterplan.kernel.intake.Row;

/** An import's rejects as good rows again, read page by page. */
final class Replay implements Iterator<Row> {
  private static final int PAGE = 500;

  private final Rejects rejects;
  private final String importId;
  private final Deque<Row.Good> page = new ArrayDeque<>();
  private long line;
  private boolean ended;

  Replay(Rejects rejects, String importId) {
    this.rejects = rejects;
    this.importId = importId;
  }

  @Override
  public boolean hasNext() {
    while (page.isEmpty() && !ended) {
      var found = rejects.list(importId, line, PAGE);
      ended = found.size() < PAGE;
      for (var row : found) {
        line = row.line();
        if (!row.values().isEmpty()) {
          page.add(new Row.Good(row.line(), row.values()));
        }
      }
    }
    return !page.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no reject after the last");
    }
    return page.remove();
  }
}
