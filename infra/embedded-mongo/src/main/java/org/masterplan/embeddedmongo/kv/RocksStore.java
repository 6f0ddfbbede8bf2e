package org.masterplan.embeddedmongo.kv;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.TransactionLogIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** {@link OrderedStore} in one RocksDB: tables are four-byte prefixes of one column family. */
public final class RocksStore implements OrderedStore {
  private final RocksSettings settings;
  private final WriteOptions writeOptions = new WriteOptions();
  private final WriteOptions synced = new WriteOptions().setSync(true);
  private final RocksDB db;
  private volatile boolean refusing;
  private volatile boolean closed;

  private RocksStore(RocksSettings settings, RocksDB db) {
    this.settings = settings;
    this.db = db;
  }

  /**
   * Opens or creates the store in {@code directory}.
   *
   * @throws StoreFailure when its files are damaged or unreadable
   */
  public static RocksStore open(Path directory, Memory memory) {
    NativeLibrary.load(directory.resolveSibling("native"));
    return open(directory, new RocksSettings(memory));
  }

  static RocksStore open(Path directory, RocksSettings settings) {
    try {
      checkLog(directory, settings);
      return new RocksStore(settings, RocksDB.open(settings.options(), directory.toString()));
    } catch (RocksDBException e) {
      settings.close();
      throw failure(e);
    }
  }

  /**
   * Reads the log for holes: where a page of zeros stands for whole writes, as a loss of power may
   * leave it, RocksDB would go on behind it without a word.
   */
  private static void checkLog(Path directory, RocksSettings settings) throws RocksDBException {
    if (Files.notExists(directory.resolve("CURRENT"))) {
      return; // a new store
    }
    try (RocksDB reader = RocksDB.openReadOnly(settings.options(), directory.toString());
        TransactionLogIterator log = reader.getUpdatesSince(0)) {
      while (log.isValid()) {
        log.next();
      }
      log.status();
    }
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    checkOpen();
    try {
      return db.get(table.absolute(key));
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  @Override
  public View view() {
    checkOpen();
    return new RocksView(db, this::checkOpen);
  }

  @Override
  public long openViews() {
    checkOpen();
    try {
      return db.getLongProperty("rocksdb.num-snapshots");
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  @Override
  public void apply(Batch batch) {
    checkOpen();
    try (WriteBatch writes = new WriteBatch(batch.toBytes())) {
      db.write(writeOptions, writes);
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  @Override
  public void clear(Table table) {
    checkOpen();
    KeyRange all = table.everything();
    byte[] end = all.to();
    if (end == null) {
      throw new IllegalArgumentException("table: " + table.number() + " (expected: >= 0)");
    }
    try {
      db.deleteRange(writeOptions, all.from(), end);
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  @Override
  public long sequence() {
    if (closed) { // asked of a store that refuses, too: for the note of a clean close
      throw closed();
    }
    return db.getLatestSequenceNumber();
  }

  @Override
  public void awaitDurable() {
    checkOpen();
    syncLog();
  }

  // RocksDB gives those who write at the same time one fsync together; flushWal would not.
  private void syncLog() {
    try (WriteBatch nothing = new WriteBatch()) {
      db.write(synced, nothing);
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  @Override
  public void checkpoint(Path directory) {
    checkOpen();
    try (Checkpoint checkpoint = Checkpoint.create(db)) {
      checkpoint.createCheckpoint(directory.toString());
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  @Override
  public void refuse() {
    refusing = true;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    refuse();
    closed = true;
    try {
      syncLog();
      flush();
    } finally {
      db.close();
      writeOptions.close();
      synced.close();
      settings.close();
    }
  }

  // With nothing left in the log, the next start reads sorted files only, each under a checksum.
  private void flush() {
    try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
      db.flush(options);
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  // A native call after the end would crash the JVM, not throw.
  private void checkOpen() {
    if (refusing) {
      throw closed();
    }
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the store is closed");
  }

  static StoreFailure failure(RocksDBException e) {
    Status status = e.getStatus();
    boolean noSpace = status != null && status.getSubCode() == Status.SubCode.NoSpace;
    String line = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", "; ");
    return new StoreFailure("store: " + line, noSpace, e);
  }
}
