package org.masterplan.platform.operation;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.operations.v1.CancelOperationRequest;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.ListOperationsRequest;
import org.masterplan.operations.v1.ListOperationsResponse;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.page.ListRequest;
import org.masterplan.platform.page.Listing;
import org.masterplan.platform.page.Paging;
import org.masterplan.platform.query.MongoFilters;

/** Speaks {@code masterplan.operations.v1} for this service's operations. */
public final class OperationsGrpcService extends OperationsServiceGrpc.OperationsServiceImplBase {
  private static final Field CREATED = Field.time("create_time");
  private static final Listing LISTING =
      Listing.of("ListOperations", List.of(), List.of(), new Order(CREATED, true));
  private static final MongoFilters PATHS = new MongoFilters(Map.of(CREATED.name(), "createTime"));

  private final Operations operations;

  public OperationsGrpcService(Operations operations) {
    this.operations = operations;
  }

  @Override
  public void getOperation(GetOperationRequest request, StreamObserver<Operation> reply) {
    reply.onNext(operations.get(request.getName()));
    reply.onCompleted();
  }

  @Override
  public void cancelOperation(CancelOperationRequest request, StreamObserver<Operation> reply) {
    reply.onNext(operations.cancel(request.getName()));
    reply.onCompleted();
  }

  @Override
  public void listOperations(
      ListOperationsRequest request, StreamObserver<ListOperationsResponse> reply) {
    var asked = new ListRequest(request.getPageSize(), request.getPageToken(), "", "");
    var query = Paging.query(asked, LISTING);
    var limit = query.size() + 1;
    var found =
        operations
            .documents()
            .collection()
            .find(query.after().map(p -> PATHS.after(query.order(), p)).orElse(new Document()))
            .sort(PATHS.sort(query.order()))
            .limit(limit)
            .batchSize(limit)
            .into(new ArrayList<>());
    var slice = slice(found, query.size());
    var answer =
        ListOperationsResponse.newBuilder().setNextPageToken(Paging.token(asked, LISTING, slice));
    slice
        .items()
        .forEach(
            d ->
                answer.addOperations(
                    OperationMessages.of(OperationDocument.read(d), Caller.language())));
    reply.onNext(answer.build());
    reply.onCompleted();
  }

  private static Slice<Document> slice(List<Document> found, int size) {
    if (found.size() <= size) {
      return new Slice<>(found, Optional.empty());
    }
    var last = found.get(size - 1);
    var created = new Value.Time(last.getDate("createTime").toInstant());
    return new Slice<>(
        found.subList(0, size), Optional.of(new Position(created, last.getString("_id"))));
  }
}
