package org.masterplan.profiles.source.app;

import java.util.Arrays;
import org.masterplan.profiles.dictionary.domain.Hashes;
import org.masterplan.profiles.identity.domain.LongIndex;

/**
 * The ids that a load has met so far, with the line of each one's first row. Held as hashes, about
 * 30 bytes an id, so that a file of a million rows fits in memory; two ids share a hash once in
 * millions of such files, and then a row is refused that need not be. Not for several threads.
 */
final class TakenIds {
  private final LongIndex ids = new LongIndex();
  private long[] lines = new long[64];

  /** Remembers the id, unless an earlier row had it. */
  void add(String id, long line) {
    int known = ids.size();
    int place = ids.add(Hashes.of(id));
    if (place == known) {
      lines = place < lines.length ? lines : Arrays.copyOf(lines, place * 2);
      lines[place] = line;
    }
  }

  boolean has(String id) {
    return ids.find(Hashes.of(id)) >= 0;
  }

  /** How many there are. */
  long size() {
    return ids.size();
  }

  /** The line of the first row of that id; {@code otherwise} if there was none. */
  long firstLine(String id, long otherwise) {
    int place = ids.find(Hashes.of(id));
    return place < 0 ? otherwise : lines[place];
  }
}
