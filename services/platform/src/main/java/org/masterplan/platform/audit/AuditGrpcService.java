package org.masterplan.platform.audit;

import com.google.protobuf.Timestamp;
import com.mongodb.client.MongoDatabase;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.masterplan.audit.v1.AuditEntry;
import org.masterplan.audit.v1.AuditServiceGrpc;
import org.masterplan.audit.v1.ListAuditEntriesRequest;
import org.masterplan.audit.v1.ListAuditEntriesResponse;
import org.masterplan.audit.v1.VerifyAuditRequest;
import org.masterplan.audit.v1.VerifyAuditResponse;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.platform.query.MongoFilters;

/** Speaks {@code masterplan.audit.v1} for this service's trail. */
public final class AuditGrpcService extends AuditServiceGrpc.AuditServiceImplBase {
  private static final Field AT = Field.time("at");
  private static final Listing LISTING =
      Listing.of(
          "ListAuditEntries",
          List.of(Field.exact("resource"), Field.exact("actor"), Field.exact("act"), AT),
          List.of(AT),
          new Order(AT, true));

  private final VersionedDocuments entries;
  private final AuditTrail trail;
  private final String service;

  public AuditGrpcService(MongoDatabase database, AuditTrail trail, String service) {
    this.entries = new VersionedDocuments(database, Batches.ENTRIES);
    this.trail = trail;
    this.service = service;
  }

  @Override
  public void listAuditEntries(
      ListAuditEntriesRequest request, StreamObserver<ListAuditEntriesResponse> reply) {
    mustBeHere(request.getParent());
    var asked =
        new ListRequest(
            request.getPageSize(),
            request.getPageToken(),
            request.getFilter(),
            request.getOrderBy());
    var page = entries.page(Paging.query(asked, LISTING), MongoFilters.usual());
    var answer =
        ListAuditEntriesResponse.newBuilder().setNextPageToken(Paging.token(asked, LISTING, page));
    page.items().forEach(stored -> answer.addAuditEntries(entry(stored.body())));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void verifyAudit(VerifyAuditRequest request, StreamObserver<VerifyAuditResponse> reply) {
    mustBeHere(request.getParent());
    var verdict = trail.verify();
    var answer =
        VerifyAuditResponse.newBuilder()
            .setIntactBatches(verdict.batches())
            .setIntactEntries(verdict.entries())
            .setUnsealedEntries(verdict.unsealed());
    verdict.broken().ifPresent(b -> answer.setBreak(broken(b.how())).setBrokenBatch(b.batch()));
    verdict.oldestUnsealed().ifPresent(at -> answer.setOldestUnsealedTime(time(at)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  private void mustBeHere(String parent) {
    var name = ResourceName.parse("parent", "services", parent);
    if (!name.id().equals(service)) {
      throw NotFound.named(parent);
    }
  }

  private static VerifyAuditResponse.Break broken(Verdict.Break how) {
    return switch (how) {
      case MISSING -> VerifyAuditResponse.Break.MISSING;
      case UNLINKED -> VerifyAuditResponse.Break.UNLINKED;
      case ALTERED -> VerifyAuditResponse.Break.ALTERED;
      case CUT_OFF -> VerifyAuditResponse.Break.CUT_OFF;
    };
  }

  private static AuditEntry entry(Document body) {
    return AuditEntry.newBuilder()
        .setResource(body.getString("resource"))
        .setRevision(body.getLong("revision"))
        .setAt(time(body.getDate("at").toInstant()))
        .setActor(body.getString("actor"))
        .setAct(body.getString("act"))
        .addAllFields(body.getList("fields", String.class))
        .setReason(body.getString("reason"))
        .setBatch(body.getLong("batch"))
        .build();
  }

  private static Timestamp time(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
