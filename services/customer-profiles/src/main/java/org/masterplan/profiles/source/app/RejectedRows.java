package org.masterplan.profiles.source.app;

import java.util.List;
import org.masterplan.kernel.intake.Row;

/**
 * Rows that loads could not take, kept for replay. Every implementation passes {@code
 * RejectedRowsContract}.
 */
public interface RejectedRows {
  /**
   * A kept row.
   *
   * @param id {@code {load}.{line}}, the line in ten digits so that ids order as lines
   */
  record Kept(String id, String source, String load, Row.Bad row) {
    /** The kept form of a row that a load refused. */
    public static Kept of(String source, String load, Row.Bad row) {
      return new Kept("%s.%010d".formatted(load, row.line()), source, load, row);
    }
  }

  /** Keeps rows; answers how many were not kept before. Idempotent by id. */
  long keep(List<Kept> rows);

  /** A source's rows by id, after {@code afterId}, at most {@code limit}. */
  List<Kept> list(String source, String afterId, int limit);

  /** How many rows of the source are kept. */
  long count(String source);

  /** Forgets rows that a replay has taken; answers how many there were. */
  long remove(List<Kept> rows);
}
