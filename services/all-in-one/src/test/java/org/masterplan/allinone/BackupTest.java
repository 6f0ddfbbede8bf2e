package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.masterplan.allinone.rest.Body;

/** A plan is copied while it is served, goes on, and is put back. */
@ResourceLock(Resources.LOCALE)
class BackupTest {
  private static final String MAIL = "buoi@vi-du.example";
  private static final String LOOKUP = "/v1/profiles:lookup?email=" + MAIL;
  private static final String NOT_TAKEN = "Bưởi Không Mã";
  private static final String OTHER = "Trần Bình";

  @TempDir private Path folder;

  @Test
  void restored_hasWhatWasThere_andWhoWasErasedSinceStaysErased() throws Exception {
    var data = folder.resolve("plan");
    var copy = folder.resolve("copy");
    try (var plan = Served.empty(data)) {
      segment(plan, "before");
      load(plan);
      assertThat(backup(data, copy, "cmo").errors()).contains("may not call POST");
      var taken = backup(data, copy, "admin");
      assertThat(taken.ending()).as(taken.errors()).isZero();
      assertThat(taken.text()).contains(copy.toString());
      assertThat(Files.getPosixFilePermissions(copy)).hasSize(3);
      assertThat(backup(data, copy, "admin").errors()).contains("not empty");
      assertThat(backup(data, data.resolve("x"), "admin").errors()).contains("data folder");
      segment(plan, "after");
      erase(plan);
      assertThat(restore(data, copy).ending()).isEqualTo(4);
    }
    eraseSince(data);

    var restored = restore(data, copy);

    assertThat(restored.ending()).as(restored.errors()).isZero();
    assertThat(restored.text()).contains("again at the next start: 2");
    assertThat(data.resolve("erasures-to-repeat.json")).content().contains("profiles/00000000000a");
    assertThat(Holdings.text(data)).as("in the backup").contains(MAIL, NOT_TAKEN);
    try (var plan = Served.empty(data)) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> plan.as("data").status(LOOKUP) == 404 && isErased(plan));
      assertThat(plan.as("cmo").status("/v1/segments/before")).isEqualTo(200);
      assertThat(plan.as("cmo").status("/v1/segments/after")).isEqualTo(404);
    }
    assertForgotten(data);
  }

  @Test
  void restore_ofNoBackup_isRefused() {
    var answer = restore(folder.resolve("plan"), folder);

    assertThat(answer.ending()).isEqualTo(3);
    assertThat(answer.errors()).contains("not a whole backup");
    assertThat(folder.resolve("plan")).doesNotExist();
  }

  private static void assertForgotten(Path data) {
    assertThat(Holdings.text(data)).doesNotContain(MAIL).doesNotContain(NOT_TAKEN).contains(OTHER);
    var verified = Typed.run("audit", "verify", "--data", data.toString(), "--lang", "en");
    assertThat(verified.ending()).as(verified.text()).isZero();
    // The other came after the backup: nothing to forget, and the wish is taken care of.
    assertThat(data.resolve("erasures-to-repeat.json")).doesNotExist();
    Holdings.opened(
        data,
        client ->
            assertThat(client.getDatabase("profiles").getCollection("tombstones").find())
                .extracting(each -> each.get("_id"))
                .contains("mark"));
  }

  private static void segment(Served plan, String id) throws Exception {
    var body = new JsonObject();
    body.addProperty("title", id);
    plan.as("cmo").post("/v1/segments?segmentId=" + id, new Body.Json(body));
  }

  /** One person in a row that is taken and in one that is not, and somebody else. */
  private void load(Served plan) throws Exception {
    var api = plan.as("data");
    var source = new JsonObject();
    source.addProperty("title", "CRM");
    api.post("/v1/sources?sourceId=crm", new Body.Json(source));
    var rows =
        List.of(
            "Mã KH,Họ và tên,SĐT,Email,Năm sinh",
            "1,Nguyễn Thị Bưởi,0381234567," + MAIL + ",1992",
            "2," + OTHER + ",0912345678,binh@vi-du.example,1980",
            "," + NOT_TAKEN + ",," + MAIL + ",1992");
    var file = Files.write(folder.resolve("crm.csv"), rows);
    done(plan, api.post("/v1/sources/crm:load", new Body.File(file, "text/csv")));
    assertThat(api.status(LOOKUP)).isEqualTo(200);
  }

  private static void erase(Served plan) throws Exception {
    var name = plan.as("data").get(LOOKUP).get("name").getAsString();
    var why = new JsonObject();
    why.addProperty("reason", "asked to");
    done(plan, plan.as("privacy").post("/v1/" + name + ":erase", new Body.Json(why)));
  }

  private static void done(Served plan, JsonObject operation) throws Exception {
    var name = "/v1/" + operation.get("name").getAsString();
    var api = plan.as("privacy");
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> api.get(name).has("done") && api.get(name).get("done").getAsBoolean());
    assertThat(api.get(name).has("error")).as(name).isFalse();
  }

  private static boolean isErased(Served plan) throws Exception {
    var rows = plan.as("data").get("/v1/sources/crm/rejectedRows").toString();
    return !rows.contains(NOT_TAKEN) && !rows.contains(MAIL);
  }

  private static Typed backup(Path data, Path into, String user) {
    return Typed.run("backup", into.toString(), "--data", data.toString(), "--as", user);
  }

  private static Typed restore(Path data, Path from) {
    return Typed.run("restore", from.toString(), "--data", data.toString());
  }

  /** As customer-profiles leaves it once an erasure is complete. */
  private static void eraseSince(Path data) {
    Holdings.opened(
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
