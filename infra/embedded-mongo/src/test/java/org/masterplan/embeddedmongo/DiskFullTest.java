package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.embeddedmongo.kv.Memory;

/** A file system that fills up under the store. Needs the right to mount one. */
class DiskFullTest {
  private static final int OUT_OF_DISK_SPACE = 14031;
  private static final int BALLAST = 24 << 20;

  @TempDir Path folder;
  private final Random random = new Random(3);

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString()) == 0,
        "no right to mount a small file system");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", folder.toString());
  }

  private static int run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private EmbeddedMongo open() {
    var options = EmbeddedMongo.Options.defaults().withMemory(new Memory(8, 8));
    return EmbeddedMongo.open(folder.resolve("store"), options);
  }

  @Test
  void full_refusesWrites_readsOn_andGoesOnWithRoom() throws Exception {
    Path ballast = Files.write(folder.resolve("ballast"), new byte[BALLAST]);
    int written;
    try (EmbeddedMongo store = open();
        MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> c = client.getDatabase("d").getCollection("c");
      c.createIndex(doc("n", 1));
      written = writeUntilFull(c);

      assertThat(c.countDocuments()).isEqualTo(written);
      assertThat(c.find(doc("n", written / 2)).first()).containsEntry("_id", written / 2);

      Files.delete(ballast);
      await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> insert(c, -1));
      assertThat(c.countDocuments()).isEqualTo(written + 1);
      assertThat(store.check()).isEmpty();
    }
    try (EmbeddedMongo store = open()) {
      assertThat(store.check()).isEmpty();
    }
  }

  private int writeUntilFull(MongoCollection<Document> c) {
    for (int i = 0; ; i++) {
      try {
        insert(c, i);
      } catch (MongoException e) {
        assertThat(e.getCode()).as(e.getMessage()).isEqualTo(OUT_OF_DISK_SPACE);
        return i;
      }
    }
  }

  private boolean insert(MongoCollection<Document> c, int id) {
    byte[] bytes = new byte[20_000];
    random.nextBytes(bytes);
    c.insertOne(doc("_id", id, "n", id, "bytes", bytes));
    return true;
  }
}
