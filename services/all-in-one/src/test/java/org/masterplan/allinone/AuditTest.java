package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.embeddedmongo.EmbeddedMongo;

/** Somebody changes the record of who changed what; {@code audit verify} names the entry. */
@ResourceLock(Resources.LOCALE)
class AuditTest {
  private static final String SEGMENT = "segments/audited";
  @TempDir private Path data;

  @Test
  void verify_findsWhatWasTamperedWith_andNamesTheEntry() throws Exception {
    try (var plan = Served.empty(data)) {
      var cmo = plan.as("cmo");
      var segment = new JsonObject();
      segment.addProperty("title", "Audited");
      cmo.post("/v1/segments?segmentId=audited", new Body.Json(segment));
      var auditor = plan.as("auditor");
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> sealed(auditor).contains(SEGMENT));
      var answer = Typed.run("audit", "verify", "--data", data.toString(), "--as", "auditor");
      assertThat(answer.ending()).as(answer.text()).isZero();
      assertThat(answer.text()).contains("community-registry: holds");
      assertThat(Typed.run("audit", "verify", "--data", data.toString(), "--as", "unit").ending())
          .isEqualTo(2);
    }
    assertThat(Typed.run("audit", "verify", "--data", data.toString()).ending()).isZero();

    tamper();

    var answer = Typed.run("audit", "verify", "--data", data.toString(), "--lang", "en");
    assertThat(answer.ending()).isEqualTo(1);
    assertThat(answer.text())
        .contains("community-registry: BROKEN at seal 1", SEGMENT + ", revision 1")
        .contains("message-governance: holds");
    var vietnamese = Typed.run("audit", "verify", "--data", data.toString(), "--lang=vi");
    assertThat(vietnamese.text()).contains("KHÔNG NGUYÊN VẸN", SEGMENT);
    var json = Typed.run("audit", "verify", "--data", data.toString(), "--json");
    // In this JVM the store's driver writes its own lines before it.
    var line = json.text().lines().filter(l -> l.startsWith("{")).findFirst().orElseThrow();
    var object = JsonParser.parseString(line).getAsJsonObject();
    assertThat(object.get("intact").getAsBoolean()).isFalse();
    assertThat(json.text()).contains("\"break\":\"ALTERED\"");
  }

  @Test
  void verify_whereNothingIsKept_saysSo() {
    var answer = Typed.run("audit", "verify", "--data", data.resolve("nowhere").toString());

    assertThat(answer.ending()).isEqualTo(4);
    assertThat(answer.errors()).contains("nowhere");
    assertThat(data.resolve("nowhere")).doesNotExist();
  }

  private static String sealed(PlanApi auditor) throws Exception {
    return auditor
        .get("/v1/services/community-registry/auditEntries?filter=resource=" + SEGMENT)
        .toString();
  }

  /** As somebody would who can write to the store, and wants another to have done it. */
  private void tamper() {
    try (var store = EmbeddedMongo.open(data.resolve("store"), EmbeddedMongo.Options.defaults());
        var client = MongoClients.create(store.connectionString())) {
      var batches = client.getDatabase("registry").getCollection("auditBatches");
      var changed =
          batches.updateOne(
              Filters.eq("entries.resource", SEGMENT), Updates.set("entries.0.actor", "unit"));
      assertThat(changed.getModifiedCount()).isEqualTo(1);
    }
  }
}
