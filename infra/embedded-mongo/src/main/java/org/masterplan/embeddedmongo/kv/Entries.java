package org.masterplan.embeddedmongo.kv;

import java.util.Iterator;

/** Entries of one range in order. Closed by its view, by hand, or when the last entry is read. */
public interface Entries extends Iterator<Entry>, AutoCloseable {
  @Override
  void close();
}
