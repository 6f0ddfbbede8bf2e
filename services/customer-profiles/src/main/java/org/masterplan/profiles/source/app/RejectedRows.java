package org.masterplan.profiles.source.app;

import java.util.Collection;
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

  /**
   * Keeps rows; answers how many were not kept before. Idempotent by id; but a row of which no
   * value may be kept takes the place of what was kept of it.
   */
  long keep(List<Kept> rows);

  /** A source's rows by id, after {@code afterId}, at most {@code limit}. */
  List<Kept> list(String source, String afterId, int limit);

  /** How many rows of the source are kept. */
  long count(String source);

  /** Rows of which a cell is one of the keys, or holds one that is an address or a number. */
  List<Kept> speakingOf(Collection<String> keys);

  /** Rows of which a whole cell is one of the texts, in whatever case. */
  List<Kept> withCell(Collection<String> texts);

  /** Rows of which a cell is one of the handles, also with a platform in front. */
  List<Kept> naming(Collection<String> handles);

  /** Forgets what is kept too long, because it may be personal; answers how many there were. */
  long sweep();

  /** Forgets rows; answers how many there were. */
  long remove(List<Kept> rows);
}
