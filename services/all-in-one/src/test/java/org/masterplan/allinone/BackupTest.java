package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.masterplan.allinone.rest.Body;
import org.masterplan.embeddedmongo.EmbeddedMongo;

/** A plan is copied while it is served, goes on, and is put back. */
@ResourceLock(Resources.LOCALE)
class BackupTest {
  @TempDir private Path folder;

  @Test
  void restored_hasWhatWasThere_andWhoWasErasedSinceStaysErased() throws Exception {
    var data = folder.resolve("plan");
    var copy = folder.resolve("copy");
    try (var plan = Served.empty(data)) {
      segment(plan, "before");
      assertThat(backup(data, copy, "cmo").errors()).contains("may not call POST");
      var taken = backup(data, copy, "admin");
      assertThat(taken.ending()).as(taken.errors()).isZero();
      assertThat(taken.text()).contains(copy.toString());
      assertThat(Files.getPosixFilePermissions(copy)).hasSize(3);
      assertThat(backup(data, copy, "admin").errors()).contains("not empty");
      assertThat(backup(data, data.resolve("x"), "admin").errors()).contains("data folder");
      segment(plan, "after");
      assertThat(restore(data, copy).ending()).isEqualTo(4);
    }
    eraseSince(data);

    var restored = restore(data, copy);

    assertThat(restored.ending()).as(restored.errors()).isZero();
    assertThat(restored.text()).contains("again at the next start: 1");
    assertThat(data.resolve("erasures-to-repeat.json")).content().contains("profiles/00000000000a");
    try (var plan = Served.empty(data)) {
      assertThat(plan.as("cmo").status("/v1/segments/before")).isEqualTo(200);
      assertThat(plan.as("cmo").status("/v1/segments/after")).isEqualTo(404);
    }
    // That person came after the backup: nothing to forget, and the wish is taken care of.
    assertThat(data.resolve("erasures-to-repeat.json")).doesNotExist();
    opened(
        data,
        client ->
            assertThat(client.getDatabase("profiles").getCollection("tombstones").find())
                .extracting(each -> each.get("_id"))
                .contains("mark"));
  }

  @Test
  void restore_ofNoBackup_isRefused() {
    var answer = restore(folder.resolve("plan"), folder);

    assertThat(answer.ending()).isEqualTo(3);
    assertThat(answer.errors()).contains("not a whole backup");
    assertThat(folder.resolve("plan")).doesNotExist();
  }

  private static void segment(Served plan, String id) throws Exception {
    var body = new JsonObject();
    body.addProperty("title", id);
    plan.as("cmo").post("/v1/segments?segmentId=" + id, new Body.Json(body));
  }

  private static Typed backup(Path data, Path into, String user) {
    return Typed.run("backup", into.toString(), "--data", data.toString(), "--as", user);
  }

  private static Typed restore(Path data, Path from) {
    return Typed.run("restore", from.toString(), "--data", data.toString());
  }

  private static void opened(Path data, Consumer<MongoClient> work) {
    try (var store = EmbeddedMongo.open(data.resolve("store"), EmbeddedMongo.Options.defaults());
        var client = MongoClients.create(store.connectionString())) {
      work.accept(client);
    }
  }

  /** As customer-profiles leaves it once an erasure is complete. */
  private static void eraseSince(Path data) {
    opened(
        data,
        client -> {
          MongoCollection<Document> erasures =
              client.getDatabase("profiles").getCollection("erasures");
          var erasure = new Document("_id", "erase-1").append("profile", "profiles/00000000000a");
          for (var keys :
              List.of("profiles", "phones", "emails", "handles", "records", "waiting")) {
            erasure.append(keys, List.of());
          }
          erasures.insertOne(
              erasure
                  .append("reason", "asked to")
                  .append("confirmed", List.of("customer-profiles"))
                  .append("complete", true)
                  .append("erased", 1L)
                  .append("startedAt", new Date(0)));
          client
              .getDatabase("profiles")
              .getCollection("tombstones")
              .insertOne(new Document("_id", "mark"));
        });
  }
}
