package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a running store. */
class CheckpointTest {
  @TempDir Path folder;
  private StoreFixture store;

  @BeforeEach
  void open() {
    store = new StoreFixture();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void checkpoint_whileWriting_isOneMomentOfAllDatabases() throws Exception {
    MongoDatabase first = store.client.getDatabase("first");
    MongoDatabase second = store.client.getDatabase("second");
    first.getCollection("c").createIndex(doc("n", 1), new IndexOptions().unique(true));
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    try (var executor = Executors.newSingleThreadExecutor()) {
      executor.submit(() -> write(first, second, written, stop));
      while (written.get() < 50) {
        Thread.onSpinWait();
      }
      store.store().checkpoint(folder.resolve("copy"));
      stop.set(true);
    }

    verify(folder.resolve("copy"), written.get());
  }

  // Always to the first database, then to the second: no copy may have it the other way round.
  private static void write(
      MongoDatabase first, MongoDatabase second, AtomicInteger written, AtomicBoolean stop) {
    for (int i = 0; !stop.get(); i++) {
      first.getCollection("c").insertOne(doc("_id", i, "n", i));
      second.getCollection("c").insertOne(doc("_id", i));
      written.set(i + 1);
    }
  }

  private static void verify(Path copy, int most) {
    try (EmbeddedMongo opened = EmbeddedMongo.open(copy, EmbeddedMongo.Options.defaults());
        MongoClient client = MongoClients.create(opened.connectionString())) {
      long first = client.getDatabase("first").getCollection("c").countDocuments();
      long second = client.getDatabase("second").getCollection("c").countDocuments();
      assertThat(first).isBetween(50L, most + 1L);
      assertThat(first - second).isBetween(0L, 1L);
      assertThat(opened.check()).isEmpty();
    }
  }

  @Test
  void checkpoint_intoAStore_isRefused() {
    store.store().checkpoint(folder);

    assertThatThrownBy(() -> store.store().checkpoint(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: a new folder");
  }
}
