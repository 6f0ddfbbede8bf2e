package org.masterplan.gateway;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import io.grpc.stub.StreamObserver;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.operations.v1.LoadProgress;
import org.masterplan.profiles.v1.CompareKeysRequest;
import org.masterplan.profiles.v1.Connection;
import org.masterplan.profiles.v1.ConnectionServiceGrpc;
import org.masterplan.profiles.v1.GetConnectionRequest;
import org.masterplan.profiles.v1.KeyComparison;
import org.masterplan.profiles.v1.PullSourceRequest;
import org.masterplan.profiles.v1.TableColumn;
import org.masterplan.profiles.v1.TestConnectionRequest;
import org.masterplan.profiles.v1.TestConnectionResponse;
import org.masterplan.profiles.v1.UpdateConnectionRequest;

/** The database behind a source, and what is done with it. */
final class FakeConnections extends ConnectionServiceGrpc.ConnectionServiceImplBase {
  static final String OPERATIONS = "operations/c-";

  Connection stored = Connection.getDefaultInstance();
  boolean all;

  void reset() {
    all = false;
    stored =
        Connection.newBuilder()
            .setName("sources/crm-sua/connection")
            .setUrl("jdbc:postgresql://db.example.com:5432/crm")
            .setUser("plan")
            .setSecret("crm")
            .setTable("public.people")
            .setCursorColumn("updated_at")
            .setCursor("2026-11-20T02:00:00Z")
            .setLastPullTime(FakePlan.NOW)
            .addLeftOutColumns("photo")
            .setEtag("1")
            .build();
  }

  /** A pull under way, one that has ended, and a comparison. */
  static Operation operation(String name) {
    var worked =
        LoadProgress.newBuilder()
            .setRead(2_500)
            .setAccepted(2_400)
            .setRejected(100)
            .setBytes(600)
            .setTotalBytes(1_000);
    var operation = Operation.newBuilder().setName(name).setMetadata(Any.pack(worked.build()));
    return switch (name.substring(OPERATIONS.length())) {
      case "pull" -> operation.build();
      case "pulled" ->
          operation
              .setDone(true)
              .setResponse(
                  Any.pack(ImportResult.newBuilder().setImported(2_400).setUnchanged(7).build()))
              .build();
      default ->
          operation
              .setDone(true)
              .setResponse(
                  Any.pack(
                      KeyComparison.newBuilder()
                          .setRows(1_198)
                          .setRecords(1_200)
                          .setAbsent(2)
                          .addAbsentRecords("sources/crm-sua/records/1042")
                          .addAbsentRecords("sources/crm-sua/records/1043")
                          .build()))
              .build();
    };
  }

  @Override
  public void getConnection(GetConnectionRequest request, StreamObserver<Connection> reply) {
    FakeCommunities.answer(reply, () -> stored.toBuilder().setName(request.getName()).build());
  }

  @Override
  public void updateConnection(UpdateConnectionRequest request, StreamObserver<Connection> reply) {
    FakeCommunities.answer(
        reply,
        () -> {
          var next = request.getConnection();
          if (!next.getEtag().equals(stored.getEtag())) {
            throw Stale.named(next.getName());
          }
          if (next.getTable().isEmpty()) {
            throw new InvalidFields(java.util.List.of(Violation.required("connection.table")));
          }
          stored = next.toBuilder().setEtag("2").build();
          return stored;
        });
  }

  @Override
  public void testConnection(
      TestConnectionRequest request, StreamObserver<TestConnectionResponse> reply) {
    FakeCommunities.answer(
        reply,
        () ->
            TestConnectionResponse.newBuilder()
                .addColumns(TableColumn.newBuilder().setName("updated_at").setCursor(true))
                .addColumns(TableColumn.newBuilder().setName("photo").setLeftOut(true))
                .build());
  }

  @Override
  public void pullSource(PullSourceRequest request, StreamObserver<Operation> reply) {
    all = request.getAll();
    FakeCommunities.answer(reply, () -> operation(OPERATIONS + "pull"));
  }

  @Override
  public void compareKeys(CompareKeysRequest request, StreamObserver<Operation> reply) {
    FakeCommunities.answer(reply, () -> operation(OPERATIONS + "compare"));
  }
}
