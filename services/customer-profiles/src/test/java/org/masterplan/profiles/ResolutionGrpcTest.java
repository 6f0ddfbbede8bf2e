package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.operation.OperationRunner;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.OperationsGrpcService;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.Learner;
import org.masterplan.profiles.identity.app.Weights;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.engine.EngineLearner;
import org.masterplan.profiles.identity.engine.EngineMatching;
import org.masterplan.profiles.identity.engine.Learning;
import org.masterplan.profiles.identity.engine.MadeUp;
import org.masterplan.profiles.resolution.app.Interrupted;
import org.masterplan.profiles.resolution.app.ResolvingAnew;
import org.masterplan.profiles.resolution.grpc.ResolutionGrpcService;
import org.masterplan.profiles.resolution.grpc.ResolutionProtos;
import org.masterplan.profiles.resolution.jobs.ApplyWork;
import org.masterplan.profiles.resolution.jobs.PrepareWork;
import org.masterplan.profiles.resolution.mongo.MongoResolutions;
import org.masterplan.profiles.v1.ApplyResolutionRequest;
import org.masterplan.profiles.v1.DiscardResolutionRequest;
import org.masterplan.profiles.v1.GetResolutionRequest;
import org.masterplan.profiles.v1.ListResolutionsRequest;
import org.masterplan.profiles.v1.Resolution;
import org.masterplan.profiles.v1.ResolutionServiceGrpc;
import org.masterplan.profiles.v1.StartResolutionRequest;

class ResolutionGrpcTest {
  private static final StartResolutionRequest START =
      StartResolutionRequest.newBuilder().setReason("new sources").build();

  private final AtomicLong ids = new AtomicLong();
  private StoredProfiles stored;
  private OperationRunner runner;
  private GrpcTest grpc;

  @BeforeEach
  void start() {
    var never = new Learning(500, 4, 0);
    stored =
        new StoredProfiles(
            "resolved",
            (models, people) ->
                new EngineMatching(
                    models, StoredProfiles.lessons(people), never, java.time.Clock.systemUTC()));
    serve(Optional.of(new EngineLearner(StoredProfiles.lessons(stored.people()), stored.clock)));
    var records = MadeUp.records(3, 80);
    stored.records.store(records);
    stored.identity.resolve(records, "loader");
  }

  private void serve(Optional<Learner> learner) {
    var works = new Operations(stored.database, "profiles", stored.clock);
    var resolving =
        new ResolvingAnew(
            new ResolvingAnew.Around(
                new MongoResolutions(stored.database),
                stored.models,
                learner,
                id -> PrepareWork.of(id, works),
                ResolvingAnew.PART),
            new ResolvingAnew.Changed(stored.identity, stored.succession, stored.projection),
            new ResolvingAnew.Minting(() -> "r-" + ids.incrementAndGet(), stored.clock));
    var protos = new ResolutionProtos(stored.records);
    var leases = new MongoLeases(stored.database, stored.clock);
    var leasing = new Leasing(leases, "here", Duration.ofSeconds(30), stored.clock);
    var kinds =
        List.of(
            new PrepareWork(resolving, protos::resolution),
            new ApplyWork(resolving, protos::resolution));
    stop();
    runner = new OperationRunner(works, "customer-profiles", leasing, kinds);
    runner.start();
    grpc =
        GrpcTest.serving(
            new ResolutionGrpcService(resolving, protos, works), new OperationsGrpcService(works));
  }

  @AfterEach
  void stop() {
    if (grpc != null) {
      runner.close();
      grpc.close();
    }
  }

  private ResolutionServiceGrpc.ResolutionServiceBlockingStub as(Actor actor) {
    return ResolutionServiceGrpc.newBlockingStub(grpc.as(actor));
  }

  private Resolution ended(Operation started) throws Exception {
    var operations = OperationsServiceGrpc.newBlockingStub(grpc.as(ProfilesFixture.DATA));
    var get = GetOperationRequest.newBuilder().setName(started.getName()).build();
    await().until(() -> operations.getOperation(get).getDone());
    return operations.getOperation(get).getResponse().unpack(Resolution.class);
  }

  private int profiles() {
    return stored.identity.<Integer>ask(roster -> roster.liveProfiles());
  }

  @Test
  void resolution_isShown_thenApplied() throws Exception {
    int before = profiles();

    var ready = ended(as(ProfilesFixture.DATA).startResolution(START));

    assertThat(ready.getState()).isEqualTo(Resolution.State.READY);
    assertThat(ready.getProfilesBefore()).isEqualTo(before);
    assertThat(ready.getMergedProfiles()).isPositive();
    assertThat(ready.getSamples(0).getProfilesList())
        .allMatch(name -> name.startsWith("profiles/"));
    assertThat(ready.getSamples(0).getPersons(0).getRecordsList())
        .isNotEmpty()
        .allMatch(name -> name.startsWith("sources/s/records/"));
    assertThat(profiles()).isEqualTo(before);

    var apply =
        ApplyResolutionRequest.newBuilder()
            .setName(ready.getName())
            .setEtag(ready.getEtag())
            .setReason("looked at")
            .build();
    var applied = ended(as(ProfilesFixture.DATA).applyResolution(apply));

    assertThat(applied.getState()).isEqualTo(Resolution.State.APPLIED);
    assertThat(profiles()).isEqualTo((int) ready.getProfilesAfter()).isLessThan(before);
  }

  @Test
  void resolution_isShown_thenDiscarded() throws Exception {
    int before = profiles();
    var ready = ended(as(ProfilesFixture.DATA).startResolution(START));

    var discarded =
        as(ProfilesFixture.DATA)
            .discardResolution(
                DiscardResolutionRequest.newBuilder()
                    .setName(ready.getName())
                    .setEtag(ready.getEtag())
                    .build());

    assertThat(discarded.getState()).isEqualTo(Resolution.State.DISCARDED);
    assertThat(profiles()).isEqualTo(before);
    var get = GetResolutionRequest.newBuilder().setName(ready.getName()).build();
    assertThat(as(ProfilesFixture.PRIVACY).getResolution(get)).isEqualTo(discarded);
  }

  @Test
  void startResolution_whileAnotherIsPrepared_isRefused_andNamesIt() {
    var name = new ResourceName("resolutions", "r-other");
    var asked =
        new org.masterplan.profiles.resolution.domain.Resolution.Asked(
            "ha", stored.clock.instant(), "too");
    new MongoResolutions(stored.database)
        .add(
            org.masterplan.profiles.resolution.domain.Resolution.ask(name, asked),
            new AuditEntry(asked.at(), "ha", "RESOLUTION_ASKED", List.of("state"), "too"));

    assertThatThrownBy(() -> as(ProfilesFixture.DATA).startResolution(START))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("resolutions/r-other");
  }

  @Test
  void listResolutions_pagesWithoutSamples_andByState() throws Exception {
    var first = ended(as(ProfilesFixture.DATA).startResolution(START));
    var second = ended(as(ProfilesFixture.DATA).startResolution(START));
    var page = ListResolutionsRequest.newBuilder().setPageSize(1);

    var newest = as(ProfilesFixture.PRIVACY).listResolutions(page.build());
    var rest =
        as(ProfilesFixture.DATA)
            .listResolutions(page.setPageToken(newest.getNextPageToken()).build());

    assertThat(newest.getResolutionsList())
        .containsExactly(second.toBuilder().clearSamples().build());
    assertThat(rest.getResolutionsList()).containsExactly(first.toBuilder().clearSamples().build());
    assertThat(rest.getNextPageToken()).isEmpty();
    var applied = ListResolutionsRequest.newBuilder().setFilter("state = \"APPLIED\"").build();
    assertThat(as(ProfilesFixture.DATA).listResolutions(applied).getResolutionsList()).isEmpty();
    assertThatThrownBy(() -> as(ProfilesFixture.CMO).listResolutions(applied))
        .hasMessageContaining("PERMISSION_DENIED");
  }

  @Test
  void ofAResolutionWithoutWork_isKnownThatItHasNone() throws Exception {
    var works = new Operations(stored.database, "profiles", stored.clock);
    var ready = ended(as(ProfilesFixture.DATA).startResolution(START));
    var id = ready.getName().substring("resolutions/".length());

    assertThat(PrepareWork.of(id, works)).isEqualTo(Interrupted.Work.OVER);
    assertThat(PrepareWork.of("r-77", works)).isEqualTo(Interrupted.Work.NONE);
  }

  @Test
  void startResolution_forAReasonThatSaysNothing_isRefused_namingTheField() {
    var blank = START.toBuilder().setReason(" ").build();

    assertThatThrownBy(() -> as(ProfilesFixture.DATA).startResolution(blank))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("reason");
  }

  @Test
  void startResolution_isForTheDataTeam_andForAMatchingThatLearns() {
    assertThatThrownBy(() -> as(ProfilesFixture.CMO).startResolution(START))
        .hasMessageContaining("PERMISSION_DENIED");

    serve(Optional.empty());

    assertThatThrownBy(() -> as(ProfilesFixture.DATA).startResolution(START))
        .hasMessageContaining("FAILED_PRECONDITION");
  }

  /** Learns only when it may go on. */
  private final class Slow implements Learner {
    private final Learner learner =
        new EngineLearner(StoredProfiles.lessons(stored.people()), stored.clock);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public KeptModel learn(LongSet records, long number) {
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return learner.learn(records, number);
    }

    @Override
    public Weights weights(KeptModel model) {
      return learner.weights(model);
    }

    @Override
    public List<LongSet> persons(KeptModel model, LongSet records, Constraints constraints) {
      return learner.persons(model, records, constraints);
    }
  }

  @Test
  void startResolution_whileADiscardedOneStillLearns_isRefused_andNamesIt() throws Exception {
    var slow = new Slow();
    serve(Optional.of(slow));
    var started = as(ProfilesFixture.DATA).startResolution(START);
    slow.begun.await();
    var all = ListResolutionsRequest.getDefaultInstance();
    var first = as(ProfilesFixture.DATA).listResolutions(all).getResolutions(0);
    as(ProfilesFixture.DATA)
        .discardResolution(
            DiscardResolutionRequest.newBuilder()
                .setName(first.getName())
                .setEtag(first.getEtag())
                .build());
    try {
      assertThatThrownBy(() -> as(ProfilesFixture.DATA).startResolution(START))
          .hasMessageContaining("FAILED_PRECONDITION")
          .hasMessageContaining(first.getName());
    } finally {
      slow.goOn.countDown();
    }

    assertThat(ended(started).getState()).isEqualTo(Resolution.State.DISCARDED);
    assertThat(ended(as(ProfilesFixture.DATA).startResolution(START)).getState())
        .isEqualTo(Resolution.State.READY);
  }
}
