package org.masterplan.embeddedmongo.kv;

import org.jspecify.annotations.Nullable;

/** The store as it was at one moment. Closing it closes every scan opened from it. */
public interface View extends AutoCloseable {
  /** The number of the last write this view sees. */
  long sequence();

  byte @Nullable [] get(Table table, byte[] key);

  /** Entries of {@code range}, from its end to its start when {@code reverse}. */
  Entries scan(Table table, KeyRange range, boolean reverse);

  @Override
  void close();
}
