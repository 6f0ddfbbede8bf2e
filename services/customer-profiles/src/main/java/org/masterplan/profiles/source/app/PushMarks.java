package org.masterplan.profiles.source.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which sources rows are pushed into, so that they are counted anew, also after a stop in the
 * middle. Every implementation passes {@code PushMarksContract}.
 */
public interface PushMarks {
  /** How long a mark stands: longer than any push takes. */
  Duration STANDS = Duration.ofMinutes(1);

  /** Rows may come into the source up to that moment. */
  record Mark(String source, Instant until) {
    boolean lapsed(Instant now) {
      return !now.isBefore(until);
    }
  }

  /** Sets the source's mark, or moves it on; never back. */
  void set(Mark mark);

  /** Every mark. */
  List<Mark> all();

  /** Takes the mark away, unless it was moved on meanwhile. */
  void remove(Mark mark);
}
