package org.masterplan.profiles.connection.grpc;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.Supplier;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.connection.app.ConnectionDesk;
import org.masterplan.profiles.connection.jobs.CompareWork;
import org.masterplan.profiles.connection.jobs.PullWork;
import org.masterplan.profiles.v1.CompareKeysRequest;
import org.masterplan.profiles.v1.Connection;
import org.masterplan.profiles.v1.ConnectionServiceGrpc;
import org.masterplan.profiles.v1.GetConnectionRequest;
import org.masterplan.profiles.v1.PullSourceRequest;
import org.masterplan.profiles.v1.TestConnectionRequest;
import org.masterplan.profiles.v1.TestConnectionResponse;
import org.masterplan.profiles.v1.UpdateConnectionRequest;

/** Speaks {@code masterplan.profiles.v1.ConnectionService}. Translates; decides nothing. */
public final class ConnectionGrpcService extends ConnectionServiceGrpc.ConnectionServiceImplBase {
  private final ConnectionDesk desk;
  private final Operations operations;
  private final Supplier<String> newIds;

  /** Pulls and comparisons are operations under ids that {@code newIds} makes. */
  public ConnectionGrpcService(
      ConnectionDesk desk, Operations operations, Supplier<String> newIds) {
    this.desk = desk;
    this.operations = operations;
    this.newIds = newIds;
  }

  @Override
  public void getConnection(GetConnectionRequest request, StreamObserver<Connection> reply) {
    var source = ConnectionProtos.source("name", request.getName());
    send(reply, ConnectionProtos.connection(desk.get(source)));
  }

  @Override
  public void updateConnection(UpdateConnectionRequest request, StreamObserver<Connection> reply) {
    var given = request.getConnection();
    var source = ConnectionProtos.source("connection.name", given.getName());
    var changed = ConnectionProtos.named(request);
    var etag = given.getEtag();
    Optional<Long> seen = etag.isEmpty() ? Optional.empty() : Optional.of(Etags.revision(etag));
    var next =
        desk.define(
            source, seen, old -> ConnectionProtos.merged(old, request), changed, Caller.current());
    send(reply, ConnectionProtos.connection(next));
  }

  @Override
  public void testConnection(
      TestConnectionRequest request, StreamObserver<TestConnectionResponse> reply) {
    var columns = desk.columns(ConnectionProtos.source("name", request.getName()));
    send(
        reply,
        TestConnectionResponse.newBuilder()
            .addAllColumns(columns.stream().map(ConnectionProtos::column).toList())
            .build());
  }

  @Override
  public void pullSource(PullSourceRequest request, StreamObserver<Operation> reply) {
    var source = ResourceName.parse("name", "sources", request.getName());
    var id = "pull-" + newIds.get();
    var mine = operations.name(id);
    var begun = desk.begin(source, mine, this::isUnderWay, Caller.current());
    send(
        reply,
        begun.equals(mine)
            ? operations.start(PullWork.KIND, id, PullWork.payload(source, request.getAll()))
            : operations.get(begun));
  }

  @Override
  public void compareKeys(CompareKeysRequest request, StreamObserver<Operation> reply) {
    var source = ConnectionProtos.source("name", request.getName());
    desk.requireComparable(source);
    var payload = CompareWork.payload(source);
    send(reply, operations.start(CompareWork.KIND, "compare-" + newIds.get(), payload));
  }

  private boolean isUnderWay(String operation) {
    try {
      return !operation.isEmpty() && !operations.get(operation).getDone();
    } catch (NotFound _) {
      return false;
    }
  }

  private static <T> void send(StreamObserver<T> reply, T message) {
    reply.onNext(message);
    reply.onCompleted();
  }
}
