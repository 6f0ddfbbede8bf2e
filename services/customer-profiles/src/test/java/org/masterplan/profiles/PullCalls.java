package org.masterplan.profiles;

import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import com.google.protobuf.FieldMask;
import java.io.IOException;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.v1.Connection;
import org.masterplan.profiles.v1.ConnectionServiceGrpc;
import org.masterplan.profiles.v1.GetConnectionRequest;
import org.masterplan.profiles.v1.ListRecordsRequest;
import org.masterplan.profiles.v1.PullSourceRequest;
import org.masterplan.profiles.v1.UpdateConnectionRequest;

/** The calls that tests make about a source's database. */
abstract class PullCalls extends ProfilesCalls {
  static final String NAME = "sources/crm/connection";

  ConnectionServiceGrpc.ConnectionServiceBlockingStub connections() {
    return connections(ProfilesFixture.DATA);
  }

  ConnectionServiceGrpc.ConnectionServiceBlockingStub connections(Actor actor) {
    return ConnectionServiceGrpc.newBlockingStub(f.grpc.as(actor));
  }

  Connection connection() {
    return connections().getConnection(GetConnectionRequest.newBuilder().setName(NAME).build());
  }

  /** Registers the source if it is not there, and says where its database is. */
  Connection connect(Connection.Builder connection) {
    create("crm");
    return update(connection);
  }

  Connection update(Connection.Builder connection, String... mask) {
    var request = UpdateConnectionRequest.newBuilder().setConnection(connection.setName(NAME));
    if (mask.length > 0) {
      request.setUpdateMask(FieldMask.newBuilder().addAllPaths(java.util.List.of(mask)));
    }
    return connections().updateConnection(request.build());
  }

  Operation pull(boolean all) {
    var request = PullSourceRequest.newBuilder().setName("sources/crm").setAll(all).build();
    var operation = connections().pullSource(request);
    await().until(() -> operation(operation).getDone());
    return operation(operation);
  }

  ImportResult pulled(boolean all) throws IOException {
    var done = pull(all);
    if (done.hasError()) {
      throw new IOException(done.getError().getMessage());
    }
    return done.getResponse().unpack(ImportResult.class);
  }

  int records() {
    return sources(ProfilesFixture.DATA)
        .listRecords(
            ListRecordsRequest.newBuilder().setParent("sources/crm").setPageSize(200).build())
        .getRecordsCount();
  }
}
