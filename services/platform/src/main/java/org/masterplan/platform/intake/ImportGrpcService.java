package org.masterplan.platform.intake;

import io.grpc.stub.StreamObserver;
import java.util.List;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.imports.v1.ImportServiceGrpc;
import org.masterplan.imports.v1.ListRejectsRequest;
import org.masterplan.imports.v1.ListRejectsResponse;
import org.masterplan.imports.v1.ReplayRejectsRequest;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;

/** Speaks {@code masterplan.imports.v1} for this service's imports. */
public final class ImportGrpcService extends ImportServiceGrpc.ImportServiceImplBase {
  private static final Listing LISTING =
      Listing.of("ListRejects", List.of(), List.of(), new Order(Field.number("line"), false));

  private final Replays replays;
  private final CallNotes notes;

  public ImportGrpcService(Replays replays, CallNotes notes) {
    this.replays = replays;
    this.notes = notes;
  }

  @Override
  public void listRejects(ListRejectsRequest request, StreamObserver<ListRejectsResponse> reply) {
    var parent = request.getParent();
    var asked = new ListRequest(request.getPageSize(), request.getPageToken(), "", "", parent);
    var query = Paging.query(asked, LISTING);
    var page = replays.list(parent, query, Caller.current(), Caller.language());
    reply.onNext(
        ListRejectsResponse.newBuilder()
            .addAllRejects(page.items())
            .setNextPageToken(Paging.token(asked, LISTING, page))
            .build());
    reply.onCompleted();
  }

  @Override
  public void replayRejects(ReplayRejectsRequest request, StreamObserver<ImportResult> reply) {
    var parent = request.getParent();
    var result = replays.replay(parent, Caller.current(), Caller.language());
    notes.did("REPLAYED", parent, "");
    reply.onNext(result);
    reply.onCompleted();
  }
}
