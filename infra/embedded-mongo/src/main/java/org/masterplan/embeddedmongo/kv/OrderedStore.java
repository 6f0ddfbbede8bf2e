package org.masterplan.embeddedmongo.kv;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Ordered byte keys on disk. Safe for use by many threads. */
public interface OrderedStore extends AutoCloseable {
  /** The latest value of {@code key}, or null. */
  byte @Nullable [] get(Table table, byte[] key);

  /** A view of this moment; the caller closes it. */
  View view();

  /** How many views are not closed yet. */
  long openViews();

  /** Applies all writes of {@code batch} or none; survives the end of the process. */
  void apply(Batch batch);

  /** Removes every key of {@code table}. Views opened before still see them. */
  void clear(Table table);

  /** The number of the last write applied. */
  long sequence();

  /** Returns once every write applied before the call survives a loss of power. */
  void awaitDurable();

  /**
   * Copies everything as it is at one moment into {@code directory}, while reading and writing go
   * on. Files that never change are linked where the file system can.
   *
   * @param directory must not exist yet
   */
  void checkpoint(Path directory);

  /**
   * Refuses all reading and writing from now on, through views opened before too, with an {@link
   * IllegalStateException}: whoever still runs ends.
   */
  void refuse();

  @Override
  void close();
}
