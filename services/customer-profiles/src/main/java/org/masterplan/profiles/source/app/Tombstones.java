package org.masterplan.profiles.source.app;

import java.util.Collection;
import java.util.Set;

/**
 * Marks of what was erased, so that the next load of the same database brings nobody back. Only
 * keyed hashes are kept: they cannot be read, only recognised. Passes {@code TombstonesContract}.
 */
public interface Tombstones {
  /** Which of the texts are marked. */
  Set<String> marked(Collection<String> texts);

  /** Marks them. */
  void mark(Collection<String> texts);
}
