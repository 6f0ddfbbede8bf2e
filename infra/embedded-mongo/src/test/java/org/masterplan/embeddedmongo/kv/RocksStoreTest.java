package org.masterplan.embeddedmongo.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

class RocksStoreTest {
  private static final Table TABLE = new Table(16);
  private static final int WRITERS = 16;
  private static final int WRITES = 50;
  private static final int LOG_BLOCK = 32 << 10;
  // Without the headers of block, batch and entry.
  private static final int FILLS_A_BLOCK = LOG_BLOCK - 33;

  @TempDir Path folder;

  // Without the refusals each of these would end the JVM.
  @Test
  void closed_refusesEverything() {
    RocksStore store = RocksStore.open(folder.resolve("store"), new Memory(8, 8));
    store.close();

    assertThatIllegalStateException().isThrownBy(store::sequence);
    assertThatIllegalStateException().isThrownBy(store::view);
    assertThatIllegalStateException().isThrownBy(store::openViews);
    assertThatIllegalStateException().isThrownBy(store::awaitDurable);
    assertThatIllegalStateException().isThrownBy(() -> store.get(TABLE, new byte[1]));
    assertThatIllegalStateException().isThrownBy(() -> store.apply(new Batch()));
    assertThatIllegalStateException().isThrownBy(() -> store.clear(TABLE));
    assertThatIllegalStateException().isThrownBy(() -> store.checkpoint(folder.resolve("copy")));
  }

  @Test
  void skipTo_goesOnAtTheKeyOrTheNext_inEitherDirection_andNotBeyondTheRange() {
    try (RocksStore store = RocksStore.open(folder.resolve("store"), new Memory(8, 8))) {
      Batch batch = new Batch();
      for (byte i = 0; i < 50; i += 2) {
        batch.put(TABLE, new byte[] {i}, new byte[] {i});
      }
      store.apply(batch);
      KeyRange range = new KeyRange(new byte[] {10}, new byte[] {40});
      try (View view = store.view()) {
        Entries up = view.scan(TABLE, range, false);
        assertThat(up.peek().key()).containsExactly(10);
        up.skipTo(new byte[] {21});
        assertThat(up.peek().key()).containsExactly(22);
        assertThat(up.next().key()).containsExactly(22);
        up.skipTo(new byte[] {24});
        assertThat(up.peek().key()).containsExactly(24);
        up.skipTo(new byte[] {40});
        assertThat(up.hasNext()).isFalse();
        up.skipTo(new byte[] {41});
        assertThat(up.peek()).isNull();

        Entries down = view.scan(TABLE, range, true);
        assertThat(down.peek().key()).containsExactly(38);
        down.skipTo(new byte[] {21});
        assertThat(down.peek().key()).containsExactly(20);
        down.skipTo(new byte[] {9});
        assertThat(down.peek()).isNull();
      }
    }
  }

  @Test
  void refusing_stillTellsItsLastWrite() {
    try (RocksStore store = RocksStore.open(folder.resolve("store"), new Memory(8, 8))) {
      Batch batch = new Batch();
      batch.put(TABLE, new byte[1], new byte[1]);
      store.apply(batch);
      store.refuse();

      assertThat(store.sequence()).isPositive();
    }
  }

  /** Two writers whose fsync is under way share the next one. */
  @Test
  void awaitDurable_ofMany_sharesFsyncs() throws Exception {
    RocksSettings settings = new RocksSettings(new Memory(8, 8));
    Statistics statistics = new Statistics();
    settings.options().setStatistics(statistics);
    Path directory = Files.createDirectory(folder.resolve("store"));
    try (RocksStore store = RocksStore.open(directory, settings)) {
      long before = statistics.getTickerCount(TickerType.WAL_FILE_SYNCED);
      try (var threads = Executors.newFixedThreadPool(WRITERS)) {
        for (int i = 0; i < WRITERS; i++) {
          threads.submit(() -> writeDurably(store));
        }
      }

      long fsyncs = statistics.getTickerCount(TickerType.WAL_FILE_SYNCED) - before;
      System.out.printf(
          "FIGURE store.fsyncs %d fsyncs for %d waits of %d writers%n",
          fsyncs, WRITERS * WRITES, WRITERS);
      assertThat(fsyncs).isGreaterThanOrEqualTo(WRITES).isLessThan(WRITERS * WRITES);
    }
  }

  private static void writeDurably(RocksStore store) {
    for (int i = 0; i < WRITES; i++) {
      store.apply(batch(i));
      store.awaitDurable();
    }
  }

  private static Batch batch(int key) {
    Batch batch = new Batch();
    batch.put(TABLE, Bytes.ofInt(key), new byte[FILLS_A_BLOCK]);
    return batch;
  }

  /**
   * As a loss of power may leave what was not fsynced: a later page written, an earlier one not.
   */
  @Test
  void open_logWithAHoleBetweenWrites_isRefused() throws Exception {
    Path directory = Files.createDirectory(folder.resolve("store"));
    Path sound = Files.createDirectory(folder.resolve("sound"));
    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    try (RocksStore store = RocksStore.open(directory, new Memory(8, 8))) {
      for (int i = 0; i < 5; i++) {
        store.apply(batch(i));
      }
      copy(directory, sound);
      copy(directory, damaged);
    }
    try (var files = Files.list(damaged)) {
      Path log = files.filter(each -> each.toString().endsWith(".log")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(log);
      Arrays.fill(bytes, LOG_BLOCK, 2 * LOG_BLOCK, (byte) 0);
      Files.write(log, bytes);
    }

    RocksStore.open(sound, new Memory(8, 8)).close();
    assertThatThrownBy(() -> RocksStore.open(damaged, new Memory(8, 8)).close())
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("Gap");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.list(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(each.getFileName()));
      }
    }
  }
}
