package org.masterplan.listening;

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
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.listening.v1.IncidentServiceGrpc;
import org.masterplan.listening.v1.ListIncidentsRequest;
import org.masterplan.platform.call.ServiceIdentity;
import org.masterplan.platform.testkit.Duties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** The process as it is deployed: its own configuration file, a real port, real tokens. */
class ListeningApplicationTest {
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
        new SpringApplicationBuilder(ListeningApplication.class)
            .run(
                "--spring.config.name=social-listening",
                "--masterplan.mongo.uri=" + store.connectionString(),
                "--masterplan.security.service-key-file=" + key,
                "--masterplan.spool=" + folder.resolve("spool"),
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
  void start_answersFromAnEmptyStore() {
    var stub =
        IncidentServiceGrpc.newBlockingStub(channel)
            .withCallCredentials(new Bearer(identity.token()).credentials());

    assertThat(stub.listIncidents(ListIncidentsRequest.getDefaultInstance()).getIncidentsList())
        .isEmpty();
  }

  @Test
  void service_doesItsDuties() {
    assertThat(Duties.undone(service, Set.of("VoteIdea"))).isEmpty();
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
