package org.masterplan.embeddedmongo.kv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/** A RocksDB snapshot and the iterators over it. Used by one thread at a time. */
final class RocksView implements View {
  private final RocksDB db;
  private final Runnable checkStore;
  private final Snapshot snapshot;
  private final ReadOptions options;
  private final Set<RocksEntries> open = new HashSet<>();
  private boolean closed;

  /**
   * @param checkStore throws once the store is not to be used any more
   */
  RocksView(RocksDB db, Runnable checkStore) {
    this.db = db;
    this.checkStore = checkStore;
    this.snapshot = db.getSnapshot();
    this.options = new ReadOptions().setSnapshot(snapshot);
  }

  @Override
  public long sequence() {
    return snapshot.getSequenceNumber();
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    checkOpen();
    try {
      return db.get(options, table.absolute(key));
    } catch (RocksDBException e) {
      throw RocksStore.failure(e);
    }
  }

  @Override
  public Entries scan(Table table, KeyRange range, boolean reverse) {
    checkOpen();
    RocksEntries.Scan scan = new RocksEntries.Scan(table, range, reverse);
    RocksEntries entries = new RocksEntries(db.newIterator(options), scan, this);
    open.add(entries);
    entries.start();
    return entries;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    new ArrayList<>(open).forEach(RocksEntries::close);
    db.releaseSnapshot(snapshot);
    snapshot.close();
    options.close();
  }

  void forget(RocksEntries entries) {
    open.remove(entries);
  }

  void checkOpen() {
    checkStore.run();
    if (closed) {
      throw new IllegalStateException("the view is closed");
    }
  }
}
