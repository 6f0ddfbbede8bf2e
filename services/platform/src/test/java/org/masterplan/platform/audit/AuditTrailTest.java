package org.masterplan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.audit.v1.AuditServiceGrpc;
import org.masterplan.audit.v1.ListAuditEntriesRequest;
import org.masterplan.audit.v1.VerifyAuditRequest;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.platform.audit.Verdict.Break;
import org.masterplan.platform.audit.Verdict.Broken;
import org.masterplan.platform.audit.Verdict.Suspect;
import org.masterplan.platform.lease.InMemoryLeases;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;

class AuditTrailTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final Content CONTENT = new Content(new Document(), new Document());

  TestClock clock = TestClock.at(NOW);
  MongoDatabase database = MongoTestServer.database("audit");
  VersionedDocuments communities = new VersionedDocuments(database, "communities");
  AuditTrail trail = new AuditTrail(database, List.of("communities", "auditNotes"), clock);
  Leasing leasing = new Leasing(new InMemoryLeases(clock), "a", Duration.ofMinutes(1), clock);

  @BeforeEach
  void sealThreeBatches() {
    for (int i = 1; i <= 3; i++) {
      communities.add("communities/c" + i, CONTENT, entry("CREATED"));
      communities.replace("communities/c" + i, 1, CONTENT, entry("APPROVED"));
      seal();
    }
  }

  @Test
  void seal_movesEveryEntryIntoALinkedBatch() {
    assertThat(trail.verify()).isEqualTo(new Verdict(3, 6, none(), List.of(), 0, Optional.empty()));
    assertThat(documents().find(Filters.exists("unsealed")).first()).isNull();
  }

  @Test
  void seal_afterACrashBehindTheCommit_sealsNothingTwice() {
    var outbox =
        new Document("at", java.util.Date.from(NOW))
            .append("actor", "lan")
            .append("act", "APPROVED")
            .append("revision", 2L)
            .append("fields", List.of("title"))
            .append("reason", "why");
    documents()
        .updateOne(
            Filters.eq("_id", "communities/c3"),
            Updates.combine(Updates.push("outbox", outbox), Updates.set("unsealed", true)));

    trail = new AuditTrail(database, List.of("communities", "auditNotes"), clock);
    seal();

    assertThat(trail.verify().entries()).isEqualTo(6);
    assertThat(documents().find(Filters.exists("unsealed")).first()).isNull();
  }

  @Test
  void clear_ofADocumentThatHasChangedSince_leavesTheNewEntry() {
    var outboxes = new Outboxes(database, List.of("communities"));
    communities.replace("communities/c1", 2, CONTENT, entry("LAUNCHED"));
    communities.replace("communities/c2", 2, CONTENT, entry("LAUNCHED"));
    var waiting = outboxes.waiting(10);
    communities.replace("communities/c1", 3, CONTENT, entry("PAUSED"));

    outboxes.clear(waiting);

    assertThat(outboxes.waiting(10))
        .singleElement()
        .extracting(SealedEntry::document, SealedEntry::revision)
        .containsExactly("communities/c1", 4L);
    seal();
    assertThat(documents().find(Filters.exists("unsealed")).first()).isNull();
  }

  @Test
  void verify_reportsTheUnsealedTail() {
    communities.replace("communities/c1", 2, CONTENT, entry("PAUSED"));

    var verdict = trail.verify();

    assertThat(verdict.unsealed()).isEqualTo(1);
    assertThat(verdict.oldestUnsealed()).contains(NOW);
    assertThat(verdict.broken()).isEmpty();
  }

  @Test
  void verify_findsAnAlteredEntry() {
    batches().updateOne(Filters.eq("_id", 2L), Updates.set("entries.0.actor", "somebody else"));

    assertThat(trail.verify().broken()).contains(new Broken(2, Break.ALTERED));
    assertThat(trail.verify().batches()).isEqualTo(1);
    assertThat(trail.verify().suspects()).containsExactly(suspect("communities/c2", 1, "CREATED"));
  }

  @Test
  void verify_ofADamagedBatch_findsItInsteadOfFailing() {
    batches().updateOne(Filters.eq("_id", 2L), Updates.unset("entries.1.reason"));
    batches().updateOne(Filters.eq("_id", 2L), Updates.set("entries.1.revision", "two"));

    assertThat(trail.verify().broken()).contains(new Broken(2, Break.ALTERED));
    assertThat(trail.verify().suspects()).containsExactly(suspect("communities/c2", 2, "APPROVED"));
  }

  @Test
  void verify_findsAnEntryThatIsShownOtherwise_thanItWasSealed() {
    var shown = database.getCollection("auditEntries");
    shown.updateOne(
        Filters.eq("body.resource", "communities/c2"), Updates.set("body.actor", "somebody else"));

    assertThat(trail.verify().broken()).contains(new Broken(2, Break.LISTED_OTHERWISE));
    assertThat(trail.verify().suspects())
        .singleElement()
        .satisfies(s -> assertThat(s.actor()).isEqualTo("somebody else"));
    shown.deleteOne(Filters.eq("body.resource", "communities/c1"));
    assertThat(trail.verify().broken()).contains(new Broken(1, Break.LISTED_OTHERWISE));
  }

  @Test
  void verify_findsAnEntryThatIsShown_butWasNeverSealed() {
    var shown = database.getCollection("auditEntries");
    var forged = shown.find(Filters.eq("_id", "000000000003-0000")).first();
    shown.insertOne(forged.append("_id", "000000000009-0000"));

    assertThat(trail.verify().broken()).contains(new Broken(4, Break.LISTED_OTHERWISE));
    assertThat(trail.verify().suspects()).containsExactly(suspect("communities/c3", 1, "CREATED"));
  }

  @Test
  void trail_ofAStoreThatNoServiceHasOpen_knowsWhatWaits() {
    database.getCollection("communities").createIndexes(VersionedDocuments.indexes());
    communities.replace("communities/c1", 2, CONTENT, entry("PAUSED"));

    var verdict = AuditTrail.of(database, clock).verify();

    assertThat(verdict.entries()).isEqualTo(6);
    assertThat(verdict.unsealed()).isEqualTo(1);
  }

  @Test
  void verify_findsARemovedBatch_inBetweenAndAtTheEnd() {
    batches().deleteOne(Filters.eq("_id", 3L));
    assertThat(trail.verify().broken()).contains(new Broken(3, Break.CUT_OFF));
    assertThat(trail.verify().suspects())
        .extracting(Suspect::resource)
        .containsOnly("communities/c3");

    batches().deleteOne(Filters.eq("_id", 1L));
    assertThat(trail.verify().broken()).contains(new Broken(1, Break.MISSING));
  }

  @Test
  void verify_findsABatchThatWasWrittenAnew() {
    var first = Batch.read(batches().find(Filters.eq("_id", 1L)).first());
    var forged = Batch.seal(1, first.at(), first.previous(), first.entries().subList(0, 1));
    batches().replaceOne(Filters.eq("_id", 1L), forged.write());

    assertThat(trail.verify().broken()).contains(new Broken(2, Break.UNLINKED));
    assertThat(trail.verify().suspects()).containsExactly(suspect("communities/c1", 2, "APPROVED"));
  }

  @Test
  void note_isSealedUnderItsResource() {
    new AuditNotes(database, () -> UUID.randomUUID().toString())
        .add("profiles/p1", entry("UNMASKED"));
    seal();

    try (var server = GrpcTest.serving(new AuditGrpcService(database, trail, "registry"))) {
      var stub =
          AuditServiceGrpc.newBlockingStub(
              server.as(new Actor("an", Set.of(Role.AUDITOR), Set.of(), "")));
      var page =
          stub.listAuditEntries(
              ListAuditEntriesRequest.newBuilder()
                  .setParent("services/registry")
                  .setFilter("resource=profiles/p1 AND act=UNMASKED")
                  .build());

      assertThat(page.getAuditEntriesList()).hasSize(1);
      assertThat(page.getAuditEntries(0).getBatch()).isEqualTo(4);
      var verified =
          stub.verifyAudit(VerifyAuditRequest.newBuilder().setParent("services/registry").build());
      assertThat(verified.getIntactEntries()).isEqualTo(7);
      assertThatThrownBy(
              () ->
                  stub.verifyAudit(
                      VerifyAuditRequest.newBuilder().setParent("services/other").build()))
          .hasMessageContaining("NOT_FOUND");
    }
    assertThat(database.getCollection("auditNotes").countDocuments()).isZero();
  }

  private void seal() {
    assertThat(leasing.run("seal", trail::seal)).isTrue();
  }

  private MongoCollection<Document> documents() {
    return database.getCollection("communities");
  }

  private MongoCollection<Document> batches() {
    return database.getCollection("auditBatches");
  }

  private static Optional<Broken> none() {
    return Optional.empty();
  }

  private static Suspect suspect(String resource, long revision, String act) {
    return new Suspect(resource, revision, NOW, "lan", act);
  }

  private static AuditEntry entry(String act) {
    return new AuditEntry(NOW, "lan", act, List.of("title"), "why");
  }
}
