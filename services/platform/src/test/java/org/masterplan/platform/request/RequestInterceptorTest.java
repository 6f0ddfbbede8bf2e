package org.masterplan.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.call.RefusalInterceptor;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.CommunityServiceGrpc.CommunityServiceBlockingStub;
import org.masterplan.registry.v1.CreateCommunityRequest;

class RequestInterceptorTest {
  static final String ID = "3e7b2c1a-5e0c-4d37-9c54-0f3bb1a5a001";

  int created;
  MongoDatabase database;
  Server server;
  ManagedChannel channel;
  CommunityServiceBlockingStub stub;

  @BeforeEach
  void serve() throws IOException {
    var service =
        new CommunityServiceGrpc.CommunityServiceImplBase() {
          @Override
          public void createCommunity(
              CreateCommunityRequest request, StreamObserver<Community> reply) {
            created++;
            if (request.getCommunityId().equals("none")) {
              throw NotFound.named("communities/none");
            }
            reply.onNext(Community.newBuilder().setName("communities/c" + created).build());
            reply.onCompleted();
          }
        };
    database = MongoTestServer.database("requests");
    var requests = new Requests(database, Clock.systemUTC());
    server =
        InProcessServerBuilder.forName("requests")
            .addService(
                ServerInterceptors.intercept(
                    service, new RequestInterceptor(requests), new RefusalInterceptor()))
            .build()
            .start();
    channel = InProcessChannelBuilder.forName("requests").build();
    stub = CommunityServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void call_repeatedWithItsId_isDoneOnce() {
    var first = stub.createCommunity(request(ID, "me-bim"));
    var second = stub.createCommunity(request(ID, "me-bim"));

    assertThat(second).isEqualTo(first);
    assertThat(created).isEqualTo(1);
  }

  /** An answer may hold a person's values, which an erasure does not find here. */
  @Test
  void keptAnswer_isUnreadableWithoutTheRequestId() {
    stub.createCommunity(request(ID, "me-bim"));

    var kept = database.getCollection("requests").find().first();
    var answer = kept.get("answer", Binary.class).getData();
    assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("communities/");
    assertThat(kept.toJson()).doesNotContain(ID);
  }

  @Test
  void call_withoutAnId_isDoneEachTime() {
    stub.createCommunity(request("", "me-bim"));
    stub.createCommunity(request("", "me-bim"));

    assertThat(created).isEqualTo(2);
  }

  @Test
  void call_thatWasRefused_mayBeRepeated() {
    assertThatThrownBy(() -> stub.createCommunity(request(ID, "none")))
        .isInstanceOf(StatusRuntimeException.class);
    assertThatThrownBy(() -> stub.createCommunity(request(ID, "none")))
        .hasMessageContaining("NOT_FOUND");

    assertThat(created).isEqualTo(2);
  }

  @Test
  void call_withAnIdOfAnotherRequest_isRefused() {
    stub.createCommunity(request(ID, "me-bim"));

    assertThatThrownBy(() -> stub.createCommunity(request(ID, "other")))
        .hasMessageContaining("INVALID_ARGUMENT");
  }

  private static CreateCommunityRequest request(String id, String community) {
    return CreateCommunityRequest.newBuilder().setRequestId(id).setCommunityId(community).build();
  }
}
