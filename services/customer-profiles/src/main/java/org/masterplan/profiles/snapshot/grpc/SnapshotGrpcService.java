package org.masterplan.profiles.snapshot.grpc;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Supplier;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.profiles.snapshot.app.SnapshotFields;
import org.masterplan.profiles.snapshot.app.TakingSnapshots;
import org.masterplan.profiles.snapshot.jobs.SnapshotWork;
import org.masterplan.profiles.v1.ListSnapshotsRequest;
import org.masterplan.profiles.v1.ListSnapshotsResponse;
import org.masterplan.profiles.v1.SnapshotServiceGrpc;
import org.masterplan.profiles.v1.StartSnapshotRequest;

/** Speaks {@code masterplan.profiles.v1.SnapshotService}. Translates; decides nothing. */
public final class SnapshotGrpcService extends SnapshotServiceGrpc.SnapshotServiceImplBase {
  private static final Listing LISTING =
      Listing.of(
          "ListSnapshots", List.of(), List.of(SnapshotFields.CREATE_TIME), SnapshotFields.DEFAULT);

  private final TakingSnapshots taking;
  private final Operations operations;
  private final Supplier<String> ids;

  public SnapshotGrpcService(TakingSnapshots taking, Operations operations, Supplier<String> ids) {
    this.taking = taking;
    this.operations = operations;
    this.ids = ids;
  }

  @Override
  public void startSnapshot(StartSnapshotRequest request, StreamObserver<Operation> reply) {
    taking.requireShelf();
    var payload = SnapshotWork.payload(Caller.current(), request.getPurpose());
    reply.onNext(operations.start(SnapshotWork.KIND, ids.get(), payload));
    reply.onCompleted();
  }

  @Override
  public void listSnapshots(
      ListSnapshotsRequest request, StreamObserver<ListSnapshotsResponse> reply) {
    var asked = new ListRequest(request.getPageSize(), request.getPageToken(), "", "");
    var page = SnapshotFields.queryable().page(taking.list(), Paging.query(asked, LISTING));
    var answer =
        ListSnapshotsResponse.newBuilder().setNextPageToken(Paging.token(asked, LISTING, page));
    page.items().forEach(snapshot -> answer.addSnapshots(SnapshotProtos.message(snapshot)));
    reply.onNext(answer.build());
    reply.onCompleted();
  }
}
