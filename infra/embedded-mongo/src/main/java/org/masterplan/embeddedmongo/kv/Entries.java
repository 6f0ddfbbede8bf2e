package org.masterplan.embeddedmongo.kv;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Entries of one range in order. Closed by its view, by hand, or when the last entry is read. */
public interface Entries extends Iterator<Entry>, AutoCloseable {
  /** The entry that comes next, and still does; null = none. */
  @Nullable Entry peek();

  /** Goes on at {@code key} or, without it, at the next one; never back. */
  void skipTo(byte[] key);

  @Override
  void close();
}
