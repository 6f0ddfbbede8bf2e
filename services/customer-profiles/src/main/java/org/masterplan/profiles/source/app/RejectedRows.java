package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.masterplan.kernel.intake.Row;

/**
 * Rows that loads could not take, kept for replay. Every implementation passes {@code
 * RejectedRowsContract}.
 */
public interface RejectedRows {
  /** So many rows are read at once. */
  int PAGE = 500;

  /**
   * A kept row.
   *
   * @param id {@code {load}.{line}}, the line in ten digits so that ids order as lines
   */
  record Kept(String id, String source, String load, Row.Bad row, Place place) {
    /** The kept form of a row that a load refused. */
    public static Kept of(String source, String load, Row.Bad row, Place place) {
      return new Kept("%s.%010d".formatted(load, row.line()), source, load, row, place);
    }
  }

  /**
   * Where a row stood, and when it came.
   *
   * @param number its 1-based place among its file's rows; 0 where it was pushed, or nobody knows
   * @param at when its load, or push, read it
   */
  record Place(long number, Instant at) {}

  /** A load of which rows are kept, and when the first of them came. */
  record KeptLoad(String id, Instant at) {}

  /**
   * Keeps rows; answers how many were not kept before. Idempotent by id; but a row of which no
   * value may be kept takes the place of what was kept of it.
   */
  long keep(List<Kept> rows);

  /** A source's rows by id, after {@code afterId}, at most {@code limit}. */
  List<Kept> list(String source, String afterId, int limit);

  /** One load's rows by line, after {@code afterId}, at most {@code limit}. */
  default List<Kept> ofLoad(String source, String load, String afterId, int limit) {
    return list(source, afterId.isEmpty() ? load + "." : afterId, limit).stream()
        .takeWhile(kept -> kept.load().equals(load))
        .toList();
  }

  /** The loads of which rows of the source are kept, the oldest first. */
  default List<KeptLoad> loads(String source) {
    var loads = new ArrayList<KeptLoad>();
    var last = "";
    for (var page = list(source, "", PAGE); !page.isEmpty(); ) {
      for (var kept : page) {
        if (!kept.load().equals(last)) {
          last = kept.load();
          loads.add(new KeptLoad(last, kept.place().at()));
        }
      }
      // The character after the dot: all lines of that load come before it.
      page = list(source, last + "/", PAGE);
    }
    loads.sort(Comparator.comparing(KeptLoad::at).thenComparing(KeptLoad::id));
    return loads;
  }

  /** Tells why a row is refused now, if it is still kept as it was; when it expires stays. */
  void retell(Kept was, Row.Bad now);

  /** Whether any row of the source is kept. */
  default boolean holdsAny(String source) {
    return !list(source, "", 1).isEmpty();
  }

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
