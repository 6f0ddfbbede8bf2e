package org.masterplan.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.ListGhostShipsRequest;
import org.masterplan.abandonment.v1.SummarizeActivityRequest;
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.platform.call.ServiceIdentity;
import org.masterplan.platform.testkit.Duties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** The process as it is deployed: its own configuration file, a real port, real tokens. */
class AbandonmentApplicationTest {
  @TempDir static Path folder;
  static EmbeddedMongo store;
  static ConfigurableApplicationContext service;
  static ManagedChannel channel;
  static ServiceIdentity identity;

  @BeforeAll
  static void start() {
    store = EmbeddedMongo.inTemporaryFolder();
    var key = folder.resolve("service.key");
    service =
        new SpringApplicationBuilder(AbandonmentApplication.class)
            .run(
                "--spring.config.name=abandonment-detection",
                "--masterplan.mongo.uri=" + store.connectionString(),
                "--masterplan.security.service-key-file=" + key,
                "--masterplan.spool=" + folder.resolve("spool"),
                "--masterplan.abandonment.salt-file=" + folder.resolve("salt"),
                "--spring.grpc.server.port=0");
    int port = service.getBean(GrpcServerLifecycle.class).getPort();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    identity = ServiceIdentity.fromFile("test", key, Clock.systemUTC());
  }

  @AfterAll
  static void stop() throws Exception {
    channel.shutdownNow();
    service.close();
    store.close();
  }

  @Test
  void start_answersFromAnEmptyStoreWithoutTheRegister() {
    var stub =
        HealthServiceGrpc.newBlockingStub(channel)
            .withCallCredentials(new Bearer(identity.token()).credentials());

    assertThat(stub.listGhostShips(ListGhostShipsRequest.getDefaultInstance()).getGhostShipsList())
        .isEmpty();
    assertThat(stub.summarizeActivity(SummarizeActivityRequest.getDefaultInstance()).getAsked())
        .isZero();
    assertThat(folder.resolve("salt")).exists();
  }

  @Test
  void service_doesItsDuties() {
    assertThat(Duties.undone(service, Set.of("EvaluateHealth"))).isEmpty();
  }

  private record Bearer(String token) {
    CallCredentials credentials() {
      return new CallCredentials() {
        @Override
        public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier to) {
          var headers = new Metadata();
          headers.put(
              Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
              "Bearer " + token);
          to.apply(headers);
        }
      };
    }
  }
}
