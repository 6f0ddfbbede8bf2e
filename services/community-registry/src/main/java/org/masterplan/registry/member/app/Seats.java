package org.masterplan.registry.member.app;

import java.util.Collection;
import java.util.function.Supplier;

/**
 * Places in communities that have a cap, counted where they are kept, so that no two callers get
 * the last one. Every implementation passes {@code SeatsContract}.
 */
public interface Seats {
  /** Begins to count with those who take part already; does nothing if counting has begun. */
  void open(String community, Supplier<Collection<String>> holders);

  /** Whether that member has a place now, of at most {@code places}. Asking again costs nothing. */
  boolean take(String community, String member, int places);

  /** Gives the member's place back, if they had one. */
  void release(String community, String member);
}
