package org.masterplan.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.platform.testkit.MongoTestServer;

class TombstonesTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  @TempDir Path folder;
  MongoDatabase database = MongoTestServer.database("tombstones");

  @Test
  void marked_tellsWhatWasErasedAndWhen() {
    var tombstones = new Tombstones(database, SecretFile.read(folder.resolve("key")));
    assertThat(tombstones.marked(List.of("email:lan@example.com"))).isEmpty();

    tombstones.mark(List.of("email:lan@example.com", "handle:lan"), NOW);
    tombstones.mark(List.of("handle:lan"), NOW.plusSeconds(60));
    tombstones.mark(List.of("handle:lan"), NOW);

    assertThat(tombstones.marked(List.of("email:lan@example.com", "handle:lan", "handle:binh")))
        .containsOnly(
            java.util.Map.entry("email:lan@example.com", NOW),
            java.util.Map.entry("handle:lan", NOW.plusSeconds(60)));
  }

  @Test
  void marked_readsAMarkWithoutItsTime_asLongAgo() {
    var tombstones = new Tombstones(database, SecretFile.read(folder.resolve("key")));
    tombstones.mark(List.of("handle:lan"), NOW);
    var marks = database.getCollection("tombstones");
    var id = marks.find().first().getString("_id");
    marks.replaceOne(new Document("_id", id), new Document("_id", id));

    assertThat(tombstones.marked(List.of("handle:lan")))
        .containsOnly(java.util.Map.entry("handle:lan", Instant.EPOCH));
  }

  @Test
  void database_withoutTheKey_tellsNothing() throws IOException {
    new Tombstones(database, SecretFile.read(folder.resolve("key"))).mark(List.of("a@b.vn"), NOW);

    var stolen = new Tombstones(database, SecretFile.read(folder.resolve("another")));

    assertThat(stolen.marked(List.of("a@b.vn"))).isEmpty();
    assertThat(database.getCollection("tombstones").find().first().toJson()).doesNotContain("a@b");
    assertThat(Files.getPosixFilePermissions(folder.resolve("key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void secret_isMadeOnce() {
    var file = folder.resolve("keys").resolve("key");

    assertThat(SecretFile.read(file)).hasSize(32).isEqualTo(SecretFile.read(file));
  }
}
