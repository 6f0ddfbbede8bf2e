package org.masterplan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
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
import org.masterplan.platform.call.ServiceIdentity;
import org.masterplan.platform.testkit.Duties;
import org.masterplan.registry.v1.BusinessUnit;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.CreateBusinessUnitRequest;
import org.masterplan.registry.v1.CreateCommunityRequest;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.masterplan.registry.v1.OrganisationServiceGrpc;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** The process as it is deployed: its own configuration file, a real port, real tokens. */
class RegistryApplicationTest {
  @TempDir static Path folder;
  static EmbeddedMongo store;
  static ConfigurableApplicationContext registry;
  static ManagedChannel channel;
  static ServiceIdentity identity;

  @BeforeAll
  static void start() {
    store = EmbeddedMongo.inTemporaryFolder();
    var key = folder.resolve("service.key");
    registry =
        new SpringApplicationBuilder(RegistryApplication.class)
            .run(
                "--spring.config.name=community-registry",
                "--masterplan.mongo.uri=" + store.connectionString(),
                "--masterplan.security.service-key-file=" + key,
                "--masterplan.spool=" + folder.resolve("spool"),
                "--spring.grpc.server.port=0");
    int port = registry.getBean(GrpcServerLifecycle.class).getPort();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    identity = ServiceIdentity.fromFile("test", key, Clock.systemUTC());
  }

  @AfterAll
  static void stop() throws Exception {
    channel.shutdownNow();
    registry.close();
    store.close();
  }

  @Test
  void register_overTheWire_isThereAfterwards() {
    OrganisationServiceGrpc.newBlockingStub(channel)
        .withCallCredentials(new Bearer(identity.token()))
        .createBusinessUnit(
            CreateBusinessUnitRequest.newBuilder()
                .setBusinessUnitId("dairy")
                .setBusinessUnit(BusinessUnit.newBuilder().setTitle("Sữa"))
                .build());
    var communities =
        CommunityServiceGrpc.newBlockingStub(channel)
            .withCallCredentials(new Bearer(identity.token()));
    var created =
        communities.createCommunity(
            CreateCommunityRequest.newBuilder()
                .setCommunityId("me-bim")
                .setCommunity(
                    Community.newBuilder()
                        .setTitle("Hội Mẹ Bỉm Sữa")
                        .setBusinessUnit("businessUnits/dairy"))
                .build());

    assertThat(created.getState()).isEqualTo(Community.State.DRAFT);
    assertThat(communities.getCommunity(get("communities/me-bim"))).isEqualTo(created);
  }

  @Test
  void service_doesItsDuties() {
    assertThat(Duties.undone(registry, Set.of())).isEmpty();
  }

  @Test
  void call_withoutAToken_isUnauthenticated() {
    var anonymous = CommunityServiceGrpc.newBlockingStub(channel);

    assertThatThrownBy(() -> anonymous.getCommunity(get("communities/me-bim")))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
  }

  @Test
  void health_needsNoToken() {
    var answer = HealthGrpc.newBlockingStub(channel).check(HealthCheckRequest.getDefaultInstance());

    assertThat(answer.getStatus()).isEqualTo(ServingStatus.SERVING);
  }

  private static GetCommunityRequest get(String name) {
    return GetCommunityRequest.newBuilder().setName(name).build();
  }

  /** A token on every call. */
  private static final class Bearer extends CallCredentials {
    private final String token;

    Bearer(String token) {
      this.token = token;
    }

    @Override
    public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier applier) {
      var headers = new Metadata();
      headers.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
      applier.apply(headers);
    }
  }
}
