package org.masterplan.abandonment.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.mongodb.client.MongoDatabase;
import io.grpc.Channel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.abandonment.app.Harbour;
import org.masterplan.abandonment.v1.ActivityServiceGrpc;
import org.masterplan.abandonment.v1.GetHealthRequest;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.ImportActivitiesRequest;
import org.masterplan.abandonment.v1.ListGhostShipsRequest;
import org.masterplan.abandonment.v1.ListHealthChangesRequest;
import org.masterplan.abandonment.v1.ListRescueCasesRequest;
import org.masterplan.abandonment.v1.RescueCase;
import org.masterplan.abandonment.v1.RescueCaseServiceGrpc;
import org.masterplan.abandonment.v1.StartRescueCaseRequest;
import org.masterplan.abandonment.v1.SummarizeActivityRequest;
import org.masterplan.common.v1.FileChunk;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.person.v1.ErasePersonDataRequest;
import org.masterplan.person.v1.ExportPersonDataRequest;
import org.masterplan.person.v1.PersonDataServiceGrpc;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.person.KeptRows;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;

/** The service as callers meet it, through the same interceptors as the real server. */
class ServiceTest {
  static final Actor CMO = new Actor("cmo", Set.of(Role.CMO), Set.of(), "");
  static final Actor UNIT = new Actor("unit-b", Set.of(Role.BUSINESS_UNIT), Set.of("snacks"), "");
  static final Actor PRIVACY = new Actor("pia", Set.of(Role.PRIVACY_OFFICER), Set.of(), "request");
  static final Actor SERVICE = Actor.service("community-registry");

  @TempDir Path folder;
  Harbour harbour = new Harbour();
  MongoDatabase database = MongoTestServer.database("abandonment");
  Rejects rejects = new Rejects(database, harbour.clock);
  CallNotes notes =
      new CallNotes(new AuditNotes(database, () -> UUID.randomUUID().toString()), harbour.clock);
  GrpcTest server;

  @BeforeEach
  void start() {
    server =
        GrpcTest.serving(
            new HealthGrpcService(harbour.lookout, harbour.judging),
            new RescueCaseGrpcService(harbour.rescue),
            new ActivityGrpcService(
                new ActivityImporter(harbour.importing),
                new ObservationImporter(harbour.observing),
                intake()),
            new PersonDataGrpcService(harbour.people, new KeptRows(rejects), notes));
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(Harbour.every(3, 900, 300, "employees/lan,POST"));
    harbour.load(Harbour.every(3, 900, 250, "anh,COMMENT"));
  }

  ActivityGrpcService.Intake intake() {
    var limits = Limits.usual();
    return new ActivityGrpcService.Intake(
        new Spool(folder, limits), new Uploads(limits), rejects, notes);
  }

  ImportResult upload(String file) throws Exception {
    var answer = new CompletableFuture<ImportResult>();
    var sending =
        ActivityServiceGrpc.newStub(server.as(CMO)).importActivities(new Answered(answer));
    sending.onNext(
        ImportActivitiesRequest.newBuilder()
            .setHeader(ImportActivitiesRequest.Header.getDefaultInstance())
            .build());
    sending.onNext(
        ImportActivitiesRequest.newBuilder()
            .setChunk(FileChunk.newBuilder().setData(ByteString.copyFromUtf8(file)))
            .build());
    sending.onCompleted();
    return answer.get(30, TimeUnit.SECONDS);
  }

  /** Waits for the one answer of a call. */
  record Answered(CompletableFuture<ImportResult> answer) implements StreamObserver<ImportResult> {
    @Override
    public void onNext(ImportResult result) {
      answer.complete(result);
    }

    @Override
    public void onError(Throwable cause) {
      answer.completeExceptionally(cause);
    }

    @Override
    public void onCompleted() {}
  }

  @Test
  void importActivities_takesAFileOnceAndLeavesNoBodyBehind() throws Exception {
    var file =
        """
        community,timestamp,author,kind,inReplyTo,bot,event
        sua-hat,2026-11-19T08:00:00Z,binh,POST,,,e1
        sua-hat,2026-11-20T08:00:00Z,employees/lan,ANSWER,e1,,e2
        sua-hat,hôm qua,nguyenvanan,POST,,,e3
        """;

    var first = upload(file);
    var second = upload(file);

    assertThat(first.getImported()).isEqualTo(2);
    assertThat(first.getRejected(0).getLine()).isEqualTo(4);
    assertThat(first.toString()).doesNotContain("nguyenvanan");
    assertThat(second.getImported()).isZero();
    assertThat(second.getUnchanged()).isEqualTo(2);
    assertThat(second.getImportId()).isEqualTo(first.getImportId());
    assertThat(folder.toFile().list()).isEmpty();
    var until = harbour.lookout.get("sua-hat").judgement().observedUntil();
    assertThat(until).isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void importActivities_takesDailyTotals() throws Exception {
    var file = "community,date,kind,count,people\nbe-an,2026-11-19,COMMENT,12,5\n";

    assertThat(upload(file).getImported()).isEqualTo(1);
    assertThat(harbour.lookout.get("be-an").attendance().last30().high()).isEqualTo(5);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  HealthServiceGrpc.HealthServiceBlockingStub health(Channel channel) {
    return HealthServiceGrpc.newBlockingStub(channel);
  }

  @Test
  @Tag("cap-13")
  void cap013_getHealth_givesProbabilitiesWithIntervalAndReasonsInTheCallersLanguage() {
    var request = GetHealthRequest.newBuilder().setName("communities/me-bim/health").build();

    var english = health(server.as(CMO)).getHealth(request);
    var vietnamese = health(server.as(CMO, Locale.forLanguageTag("vi"))).getHealth(request);

    assertThat(english.getState()).isEqualTo(Health.State.GHOST_SHIP);
    assertThat(english.getAbandoned365().getP())
        .isBetween(english.getAbandoned365().getLow(), english.getAbandoned365().getHigh());
    assertThat(english.getOwnerSilentDays()).isEqualTo(300);
    assertThat(english.getMemberSilentDays()).isEqualTo(252);
    assertThat(english.getReasonsList()).allMatch(r -> !r.getText().contains("{"));
    assertThat(english.getReasonsList()).anyMatch(r -> r.getText().contains("silent for 300 days"));
    assertThat(vietnamese.getReasonsList()).anyMatch(r -> r.getText().contains("im lặng 300 ngày"));
    assertThat(english.getActivity().getWeeksList()).hasSize(12);
  }

  @Test
  void getHealth_refusesWhatNobodyKnows() {
    var request = GetHealthRequest.newBuilder().setName("communities/nothing/health").build();

    assertThatThrownBy(() -> health(server.as(CMO)).getHealth(request))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.NOT_FOUND));
    assertThatThrownBy(() -> health(server.anonymous()).getHealth(request))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED));
  }

  @Test
  void listGhostShips_saysWhoIsAboardAndWhichCaseIsOpen() {
    var ships = health(server.as(CMO)).listGhostShips(ListGhostShipsRequest.getDefaultInstance());

    var ship = ships.getGhostShips(0);
    assertThat(ship.getCommunity()).isEqualTo("communities/me-bim");
    assertThat(ship.getAboard().getDeclared()).isEqualTo(2000);
    assertThat(ship.getAboard().getKnown()).isEqualTo(120);
    assertThat(ship.getAboard().getSegments(0).getSegment()).isEqualTo("segments/new-mothers");
    assertThat(ship.getRescueCase()).isEqualTo("rescueCases/me-bim-20261121");
  }

  @Test
  void summarizeActivity_saysInHowManyCommunitiesAnybodyLooked() {
    var answer =
        health(server.as(CMO))
            .summarizeActivity(
                SummarizeActivityRequest.newBuilder()
                    .addAllCommunities(List.of("communities/me-bim", "communities/be-an"))
                    .build());

    assertThat(answer.getAsked()).isEqualTo(2);
    assertThat(answer.getObserved()).isEqualTo(1);
  }

  @Test
  void listHealthChanges_isForServicesOnly() {
    var request = ListHealthChangesRequest.getDefaultInstance();

    assertThat(health(server.as(SERVICE)).listHealthChanges(request).getHealthsList()).isNotEmpty();
    assertThatThrownBy(() -> health(server.as(CMO)).listHealthChanges(request))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED));
  }

  @Test
  @Tag("cap-13")
  void cap013_startRescueCase_isForTheCmoAndTheUnitThatAnswersForIt() {
    var cases = RescueCaseServiceGrpc.newBlockingStub(server.as(CMO));
    var open = cases.listRescueCases(ListRescueCasesRequest.getDefaultInstance()).getRescueCases(0);
    var start =
        StartRescueCaseRequest.newBuilder()
            .setName(open.getName())
            .setEtag(open.getEtag())
            .setAssignee("employees/minh")
            .build();

    assertThatThrownBy(
            () -> RescueCaseServiceGrpc.newBlockingStub(server.as(UNIT)).startRescueCase(start))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED));
    assertThat(cases.startRescueCase(start).getState()).isEqualTo(RescueCase.State.IN_PROGRESS);
    assertThatThrownBy(() -> cases.startRescueCase(start))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.ABORTED));
  }

  @Test
  void erasePersonData_reachesRowsThatCouldNotBeTaken() throws Exception {
    upload(
        """
        community,timestamp,author,kind
        sua-hat,hôm qua,nguyenvanan,POST
        sua-hat,hôm qua,binh,POST
        """);
    var stub = PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY));
    var person = PersonKeys.newBuilder().addHandles("facebook:nguyenvanan").build();
    var export = ExportPersonDataRequest.newBuilder().setPerson(person).build();
    assertThat(stub.exportPersonData(export).getItemsList())
        .singleElement()
        .satisfies(i -> assertThat(i.getKind()).isEqualTo("rejected-row"));

    var erase = ErasePersonDataRequest.newBuilder().setPerson(person).setReason("asked").build();
    assertThat(stub.erasePersonData(erase).getErased()).isEqualTo(1);

    assertThat(stub.exportPersonData(export).getItemsList()).isEmpty();
    assertThat(database.getCollection("rejects").countDocuments()).isEqualTo(1);
  }

  @Test
  void erasePersonData_reachesRowsOfStaffThatCouldNotBeTaken() throws Exception {
    upload("community,timestamp,author,kind\nsua-hat,hôm qua,employees/minh,POST\n");
    var stub = PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY));
    var person = PersonKeys.newBuilder().addHandles("employees/minh").build();
    var export = ExportPersonDataRequest.newBuilder().setPerson(person).build();
    assertThat(stub.exportPersonData(export).getItemsList()).hasSize(1);

    var erase = ErasePersonDataRequest.newBuilder().setPerson(person).setReason("asked").build();
    assertThat(stub.erasePersonData(erase).getErased()).isEqualTo(1);

    assertThat(database.getCollection("rejects").countDocuments()).isZero();
  }

  @Test
  void commands_leaveTheirNotes() throws Exception {
    upload("community,timestamp,author,kind\nsua-hat,2026-11-19T08:00:00Z,binh,POST\n");
    var stub = PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY));
    stub.erasePersonData(
        ErasePersonDataRequest.newBuilder()
            .setPerson(PersonKeys.newBuilder().addProfiles("profiles/7").addHandles("zalo:binh"))
            .setReason("asked")
            .build());

    var noted = database.getCollection("auditNotes").find().into(new ArrayList<>());

    assertThat(noted)
        .extracting(
            d -> {
              var entry = d.getList("outbox", Document.class).getFirst();
              return entry.getString("actor") + " " + entry.getString("act");
            })
        .containsExactlyInAnyOrder("cmo ACTIVITIES_IMPORTED", "pia PERSON_ERASED");
    assertThat(noted).noneMatch(d -> d.toJson().contains("binh"));
  }

  @Test
  void erasePersonData_leavesNothingToExport() {
    var stub = PersonDataServiceGrpc.newBlockingStub(server.as(PRIVACY));
    var person = PersonKeys.newBuilder().addHandles("facebook:anh").build();
    var export = ExportPersonDataRequest.newBuilder().setPerson(person).build();
    assertThat(stub.exportPersonData(export).getItemsList()).hasSize(1);

    var erase = ErasePersonDataRequest.newBuilder().setPerson(person).setReason("r").build();

    assertThat(stub.erasePersonData(erase).getErased()).isPositive();
    assertThat(stub.exportPersonData(export).getItemsList()).isEmpty();
    assertThat(stub.erasePersonData(erase).getErased()).isZero();
  }
}
