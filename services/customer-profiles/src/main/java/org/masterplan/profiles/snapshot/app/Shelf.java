package org.masterplan.profiles.snapshot.app;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.snapshot.domain.Snapshot;
import org.masterplan.profiles.snapshot.domain.Table;

/** Where snapshots stand: whole ones only. */
public interface Shelf {
  /** Whether there is one at all. */
  boolean exists();

  /** Begins a snapshot, which nobody sees before it is published. */
  Draft begin(Snapshot snapshot);

  /** The snapshots on it, newest first. */
  List<Snapshot> list();

  /** Leaves the newest of them, and nothing of what was begun and never published. */
  void keep(int newest);

  /** A snapshot in the making; closed before it is published it leaves nothing behind. */
  interface Draft extends AutoCloseable {
    /** Adds a row: a cell for each column of the table, of its kind, or null. */
    void row(Table table, List<? extends @Nullable Object> cells);

    /** Shows it, whole; answers how many rows each table has. */
    Map<Table, Long> publish();

    @Override
    void close();
  }
}
