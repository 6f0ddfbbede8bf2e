package org.masterplan.embeddedmongo.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksStoreTest {
  private static final Table TABLE = new Table(16);

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
  void refusing_stillTellsItsLastWrite() {
    try (RocksStore store = RocksStore.open(folder.resolve("store"), new Memory(8, 8))) {
      Batch batch = new Batch();
      batch.put(TABLE, new byte[1], new byte[1]);
      store.apply(batch);
      store.refuse();

      assertThat(store.sequence()).isPositive();
    }
  }
}
