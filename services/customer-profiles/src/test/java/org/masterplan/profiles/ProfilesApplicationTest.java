package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.embeddedmongo.EmbeddedMongo;
import org.masterplan.person.v1.MovePersonDataRequest;
import org.masterplan.person.v1.MovePersonDataResponse;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.platform.testkit.Duties;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The process as it is deployed; of the other services only the ledger of governance is there. */
class ProfilesApplicationTest {
  @TempDir static Path folder;
  static EmbeddedMongo store;
  static ConfigurableApplicationContext profiles;
  static Server ledger;
  static final List<MovePersonDataRequest> MOVED = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    store = EmbeddedMongo.inTemporaryFolder();
    ledger =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Ledger())
            .build()
            .start();
    profiles =
        new SpringApplicationBuilder(CustomerProfilesApplication.class)
            .run(
                "--spring.config.name=customer-profiles",
                "--masterplan.mongo.uri=" + store.connectionString(),
                "--masterplan.security.service-key-file=" + folder.resolve("service.key"),
                "--masterplan.spool=" + folder.resolve("spool"),
                "--spring.grpc.client.channel.message-governance.target=static://127.0.0.1:"
                    + ledger.getPort(),
                "--masterplan.profiles.matching=engine",
                "--spring.grpc.server.port=0");
  }

  @AfterAll
  static void stop() throws Exception {
    profiles.close();
    ledger.shutdownNow();
    store.close();
  }

  @Test
  void mergeAndSplit_reachTheLedger_inOrderAndOnce() {
    var identity = profiles.getBean(Identity.class);
    var lan = loaded(1, "+84901234567");
    var minh = loaded(2, "+84907654321");
    var steward = new Identity.Steward("lan@data", "seen the papers");
    var names = List.of(lan, minh).stream().map(r -> profileOf(identity, r)).toList();

    identity.merge(names, steward);
    identity.split(
        names.getFirst(),
        org.masterplan.profiles.identity.domain.LongSet.of(minh.number()),
        steward);

    await().atMost(Duration.ofSeconds(30)).until(() -> MOVED.size() >= 2 && waiting() == 0);
    assertThat(MOVED)
        .extracting(m -> m.getFrom() + " " + m.getTo() + " " + m.getOnly().getPhonesList())
        .containsExactly(
            names.getLast() + " " + names.getFirst() + " []",
            names.getFirst() + " " + names.getLast() + " [+84907654321]");
  }

  /** What asks only, changes nothing when asked again, and answers with personal values. */
  @Test
  void service_doesItsDuties() {
    var repeatable =
        Set.of(
            "SuggestMapping",
            "ExplainProfile",
            "ExportPersonalData",
            "TestConnection",
            "PreviewGoldenRules");

    assertThat(Duties.undone(profiles, repeatable)).isEmpty();
  }

  /** What drivers of databases say quotes rows. */
  @Test
  void driversOfDatabases_logNothing() {
    for (var name : List.of("org.postgresql", "org.sqlite", "org.mariadb.jdbc.client")) {
      assertThat(LoggerFactory.getLogger(name).isErrorEnabled()).as(name).isFalse();
    }
    assertThat(LoggerFactory.getLogger("com.microsoft.sqlserver.jdbc").isErrorEnabled()).isFalse();
  }

  private static double waiting() {
    return profiles
        .getBean(MeterRegistry.class)
        .get("masterplan.moves.waiting")
        .tag("to", "message-governance")
        .gauge()
        .value();
  }

  private static String profileOf(Identity identity, SourceRecord record) {
    return ProfileId.name(identity.ask(roster -> roster.profileOf(record.number())));
  }

  private static SourceRecord loaded(long number, String phone) {
    var values = java.util.Map.of("phone", phone);
    var now = java.time.Instant.parse("2026-11-21T02:00:00Z");
    var record =
        new SourceRecord(
            number,
            new RecordName("crm", "r" + number),
            1,
            new SourceRecord.Content(values, values),
            new SourceRecord.Origin("profiles-1", 2, now, now));
    profiles.getBean(Records.class).store(List.of(record));
    profiles.getBean(Identity.class).resolve(List.of(record), "loader");
    return record;
  }

  /** Remembers what it was told. */
  private static final class Ledger extends PersonDataServiceGrpc.PersonDataServiceImplBase {
    @Override
    public void movePersonData(
        MovePersonDataRequest request, StreamObserver<MovePersonDataResponse> reply) {
      MOVED.add(request);
      reply.onNext(MovePersonDataResponse.getDefaultInstance());
      reply.onCompleted();
    }
  }
}
