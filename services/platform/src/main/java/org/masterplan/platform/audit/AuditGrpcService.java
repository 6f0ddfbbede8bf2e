package org.masterplan.platform.audit;

import com.mongodb.client.MongoDatabase;
import io.grpc.stub.StreamObserver;
import java.util.List;
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
    page.items().forEach(stored -> answer.addAuditEntries(AuditMessages.entry(stored.body())));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  @Override
  public void verifyAudit(VerifyAuditRequest request, StreamObserver<VerifyAuditResponse> reply) {
    mustBeHere(request.getParent());
    reply.onNext(AuditMessages.answer(trail.verify()));
    reply.onCompleted();
  }

  private void mustBeHere(String parent) {
    var name = ResourceName.parse("parent", "services", parent);
    if (!name.id().equals(service)) {
      throw NotFound.named(parent);
    }
  }
}
