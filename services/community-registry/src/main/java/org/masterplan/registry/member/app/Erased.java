package org.masterplan.registry.member.app;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Marks of members whose person was erased, so that an old list brings nobody back. They can be
 * recognised, never read. Every implementation passes {@code ErasedContract}.
 */
public interface Erased {
  /** Marks the texts; safely stored when this returns. A repeat keeps the latest time. */
  void mark(Collection<String> texts, Instant at);

  /** Which of the texts are marked, and when. */
  Map<String, Instant> marked(Collection<String> texts);
}
