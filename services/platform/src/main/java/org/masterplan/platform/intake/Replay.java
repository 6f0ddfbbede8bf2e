package org.masterplan.platform.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;

/**
 * An import's rejects as rows again, read page by page, each page marked as being tried. What is
 * refused again loses the mark; what has it at the end was taken, and is forgotten. Broken off, or
 * run twice at once, a replay may leave a row that was taken, never lose one that was not.
 */
final class Replay implements Iterator<Row>, Consumer<Row.Bad> {
  private static final int PAGE = 500;

  private final Rejects rejects;
  private final Imported what;
  private final String mark;
  private final Deque<Row> page = new ArrayDeque<>();
  private final List<Row.Bad> again = new ArrayList<>();
  private long line;
  private boolean ended;

  /** {@code mark} tells this replay from any other. */
  Replay(Rejects rejects, Imported what, String mark) {
    this.rejects = rejects;
    this.what = what;
    this.mark = mark;
  }

  /** The rows, those that are to be tried as good ones. */
  Rows rows() {
    return Rows.of(what.columns(), this);
  }

  @Override
  public boolean hasNext() {
    if (page.isEmpty() && !ended) {
      var found = rejects.list(what.id(), line, PAGE);
      ended = found.size() < PAGE;
      for (var row : found) {
        line = row.line();
        page.add(row.isReadable() ? new Row.Good(row.line(), row.values()) : row);
      }
      rejects.mark(what.id(), found, mark);
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

  /** A row that was refused again. */
  @Override
  public void accept(Row.Bad row) {
    again.add(row);
    if (again.size() == PAGE) {
      flush();
    }
  }

  /** Ends a replay that came to its end: forgets the rows that were taken. */
  void end() {
    flush();
    rejects.forgetMarked(what.id(), mark);
  }

  private void flush() {
    rejects.keepAgain(what.id(), again);
    again.clear();
  }
}
