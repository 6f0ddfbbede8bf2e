package org.masterplan.allinone.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.embeddedmongo.EmbeddedMongo.Options;

/** What {@code restore} does with a plan that cannot be read, and where it is broken off. */
class RestoringTest {
  @TempDir private Path folder;
  private DataFolder data;
  private Path backup;

  @BeforeEach
  void planWithABackup() throws IOException {
    data = new DataFolder(folder.resolve("plan"));
    backup = Files.createDirectories(folder.resolve("backup"));
    write(data.store(), "before");
    try (var store = EmbeddedMongo.open(data.store(), Options.defaults())) {
      store.checkpoint(data.store(backup));
    }
    Files.writeString(backup.resolve(Backups.MANIFEST), "{}");
    write(data.store(), "since");
  }

  @Test
  void run_putsTheBackupInTheStoresPlace() throws Exception {
    var done = new Restoring(data, backup, false).run(Clock.systemUTC());

    assertThat(done.known()).isTrue();
    assertThat(done.replaced()).isDirectory();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void run_overAStoreThatCannotBeRead_asksFirst() throws Exception {
    damage();

    assertThatThrownBy(() -> new Restoring(data, backup, false).run(Clock.systemUTC()))
        .isInstanceOfSatisfying(
            Restoring.NotRestored.class,
            e -> assertThat(e.phrase()).isEqualTo("restore.erasuresUnreadable"));
    assertThat(data.restored()).doesNotExist();
    assertThat(data.store()).isDirectory();

    var done = new Restoring(data, backup, true).run(Clock.systemUTC());

    assertThat(done.known()).isFalse();
    assertThat(done.replaced()).isDirectory();
    assertThat(count()).isEqualTo(1);
  }

  /** Ended after the store was put aside, and before the backup took its place. */
  @Test
  void finishRestore_putsWhatIsWholeInThePlace() throws IOException {
    Files.move(data.store(), data.root().resolve("store.1"));
    Folders.copy(data.store(backup), data.restored());

    data.finishRestore();

    assertThat(count()).isEqualTo(1);
    assertThat(data.restored()).doesNotExist();
  }

  /** Ended while the backup was copied: half of it is no store. */
  @Test
  void finishRestore_takesNoHalfCopy() throws IOException {
    Files.move(data.store(), data.root().resolve("store.1"));
    Folders.copy(data.store(backup), data.root().resolve("store.copied"));

    data.finishRestore();

    assertThat(data.store()).doesNotExist();
  }

  private static void write(Path store, String id) {
    try (var opened = EmbeddedMongo.open(store, Options.defaults());
        var client = MongoClients.create(opened.connectionString())) {
      client.getDatabase("d").getCollection("c").insertOne(new Document("_id", id));
    }
  }

  private long count() {
    try (var opened = EmbeddedMongo.open(data.store(), Options.defaults());
        var client = MongoClients.create(opened.connectionString())) {
      return client.getDatabase("d").getCollection("c").countDocuments();
    }
  }

  private void damage() throws IOException {
    try (var files = Files.list(data.store().resolve("rocksdb"))) {
      for (var file :
          files.filter(f -> f.getFileName().toString().startsWith("MANIFEST")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
  }
}
