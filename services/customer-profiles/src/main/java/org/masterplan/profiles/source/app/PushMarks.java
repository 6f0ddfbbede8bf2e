package org.masterplan.profiles.source.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which sources rows come into, and by which instance they are pushed or by which load they come,
 * or where records are changed otherwise, so that they are counted anew, what broke off is taken
 * up, also after a stop in the middle, and no source is closed meanwhile. Every implementation
 * passes {@code PushMarksContract}.
 */
public interface PushMarks {
  /** How long a mark stands: longer than any push takes. */
  Duration STANDS = Duration.ofMinutes(1);

  /** Rows may come into the source over that instance up to that moment. */
  record Mark(String source, String instance, Instant until) {
    /** No instance and no load is called so. */
    private static final String NO_ROWS = "=";

    /** Records of the source are changed by that instance, or job, and no rows come with it. */
    public static Mark withoutRows(String source, String instance, Instant until) {
      return new Mark(source, NO_ROWS + instance, until);
    }

    boolean bringsRows() {
      return !instance.startsWith(NO_ROWS);
    }

    boolean lapsed(Instant now) {
      return !now.isBefore(until);
    }

    /**
     * Since when a push may have begun that was cut off: the mark is moved on before half its time
     * is over, and outlasts every push that began while it stood.
     */
    Instant since() {
      return until.minus(STANDS.multipliedBy(2));
    }

    /** Whether what was stored then may have been while this mark stood. */
    boolean holds(Instant stored) {
      return stored.isAfter(since()) && !stored.isAfter(until);
    }
  }

  /** Sets the mark of that source and instance, or moves it on; never back. */
  void set(Mark mark);

  /** Every mark. */
  List<Mark> all();

  /** Takes the mark away, unless it was moved on meanwhile. */
  void remove(Mark mark);
}
