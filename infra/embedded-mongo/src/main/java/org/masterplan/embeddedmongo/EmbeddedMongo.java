package org.masterplan.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.masterplan.embeddedmongo.kv.Memory;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.RocksStore;
import org.masterplan.embeddedmongo.kv.StoreFailure;
import org.masterplan.embeddedmongo.wire.WireServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store that speaks MongoDB's wire protocol on 127.0.0.1, for one machine. It has no
 * authentication: whoever may open a connection to the loopback interface may read and write.
 */
public final class EmbeddedMongo implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);
  private static final String FILES = "rocksdb";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DirectoryLock lock;
  private final OrderedStore store;
  private final StoreBackend backend;
  private final TimeToLive timeToLive;
  private final WireServer server;
  private final Path folder;
  private final boolean temporary;

  /**
   * Whoever reads the files beside the clients holds it for reading: native memory is freed last.
   */
  private final ReadWriteLock files = new ReentrantReadWriteLock();

  private boolean filesClosed;
  private boolean closed;

  /**
   * How to open a store.
   *
   * @param port 0 = any free one
   * @param fsyncEveryWrite every write survives a loss of power once it is acknowledged; otherwise
   *     only those that ask for it ({@code j: true}). The end of the process loses nothing either
   *     way.
   * @param memory outside the Java heap
   */
  public record Options(int port, boolean fsyncEveryWrite, Memory memory) {
    /** Any free port, fsync where asked for, 64 MB of cache and 32 MB of unflushed writes. */
    public static Options defaults() {
      return new Options(0, false, Memory.DEFAULT);
    }

    public Options withPort(int newPort) {
      return new Options(newPort, fsyncEveryWrite, memory);
    }

    public Options withFsyncEveryWrite(boolean fsync) {
      return new Options(port, fsync, memory);
    }

    public Options withMemory(Memory newMemory) {
      return new Options(port, fsyncEveryWrite, newMemory);
    }
  }

  private EmbeddedMongo(Path directory, Options options, boolean temporary) {
    this.folder = directory;
    this.temporary = temporary;
    this.lock = DirectoryLock.take(directory);
    try {
      this.store = openStore(directory, options);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
    try {
      CleanClose.check(directory, store.sequence());
      Catalog catalog = Catalog.open(store, directory);
      this.backend = new StoreBackend(store, catalog, options.fsyncEveryWrite(), Clock.systemUTC());
      IndexVerification.run(backend);
      this.timeToLive = new TimeToLive(backend, Clock.systemUTC());
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), options.port());
      this.server = new WireServer(address, backend::handleMessage);
    } catch (RuntimeException e) {
      store.close();
      lock.close();
      throw e instanceof StoreFailure || e instanceof IllegalArgumentException
          ? new StoreDamaged(directory, e)
          : e;
    }
    timeToLive.start();
  }

  /**
   * Opens or creates the store in {@code directory}. Returns once it answers.
   *
   * @throws StoreInUse when another process has it open
   * @throws StoreDamaged when its files cannot be trusted
   * @throws StoreOfOtherRelease when they are sound and laid out in another way
   */
  public static EmbeddedMongo open(Path directory, Options options) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EmbeddedMongo(directory, options, false);
  }

  /** For tests: a store of its own in a new folder, deleted on close, at the latest by the JVM. */
  public static EmbeddedMongo inTemporaryFolder() {
    Path folder = TemporaryFolder.create();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> TemporaryFolder.clear(folder)));
    return new EmbeddedMongo(folder, Options.defaults().withMemory(new Memory(16, 16)), true);
  }

  private static OrderedStore openStore(Path directory, Options options) {
    try {
      Path files = Files.createDirectories(directory.resolve(FILES));
      return RocksStore.open(files, options.memory());
    } catch (StoreFailure e) {
      throw new StoreDamaged(directory, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For the MongoDB driver. Writes are not retried: there is no log of them to retry against. */
  public String connectionString() {
    return "mongodb://127.0.0.1:%d/?retryWrites=false&directConnection=true".formatted(port());
  }

  public int port() {
    return server.port();
  }

  /**
   * Compares all documents with all indexes and counters; reads everything. What is wrong, one line
   * each; empty = nothing.
   */
  public List<String> check() {
    return whileOpen(
        () ->
            backend.collections().stream()
                .flatMap(collection -> ConsistencyCheck.run(collection.storage()).stream())
                .toList());
  }

  /**
   * Copies all databases as they are at one moment, while clients go on; {@link #open} opens the
   * copy. A copy that was cut short has another name and is not opened by mistake.
   *
   * @param directory new or empty
   */
  public void checkpoint(Path directory) {
    Path whole = directory.resolve(FILES);
    Path unfinished = directory.resolve(FILES + ".unfinished");
    try {
      Files.createDirectories(directory);
      if (Files.exists(whole) || Files.exists(unfinished)) {
        throw new IllegalArgumentException(directory + " holds a store (expected: a new folder)");
      }
      whileOpen(
          () -> {
            store.checkpoint(unfinished);
            return unfinished;
          });
      Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T whileOpen(Supplier<T> work) {
    files.readLock().lock();
    try {
      if (filesClosed) {
        throw new IllegalStateException(folder + " is closed");
      }
      return work.get();
    } finally {
      files.readLock().unlock();
    }
  }

  Path folder() {
    return folder;
  }

  TimeToLive timeToLive() {
    return timeToLive;
  }

  /**
   * Disconnects clients, finishes what runs, flushes. Commands that take long are broken off
   * between two documents, as the end of the process would break them off.
   */
  @Override
  public void close() {
    close(PATIENCE);
  }

  synchronized void close(Duration patience) {
    if (closed) {
      return;
    }
    closed = true;
    server.close();
    Threads threads = new Threads(List.of(timeToLive.end(), server.commandThreads()));
    if (!threads.ended(patience)) {
      store.refuse();
      if (!threads.ended(PATIENCE)) {
        // Native memory under a running command must stay: the files are as after a crash.
        log.error("a command does not end: {} stays locked until this process ends", folder);
        return;
      }
    }
    closeFiles();
  }

  private void closeFiles() {
    files.writeLock().lock();
    try {
      filesClosed = true;
      CleanClose.seal(folder, closeStore());
    } finally {
      files.writeLock().unlock();
      lock.close();
      if (temporary) {
        TemporaryFolder.delete(folder);
      }
    }
  }

  // Whatever fails, no files are open once the lock is given back.
  private long closeStore() {
    try {
      backend.close();
      return store.sequence();
    } finally {
      store.close();
    }
  }
}
