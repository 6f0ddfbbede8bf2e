package org.masterplan.registry.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.DAIRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import com.google.protobuf.Any;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.text.TextCatalogue;
import org.masterplan.registry.community.app.Adoption;
import org.masterplan.registry.community.app.Registry;
import org.masterplan.registry.community.app.TellingDecisions;
import org.masterplan.registry.community.grpc.CommunityGrpcService;
import org.masterplan.registry.community.grpc.CommunityUploads;
import org.masterplan.registry.community.jobs.DecisionFeed;
import org.masterplan.registry.v1.ApproveCommunityRequest;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.CommunityServiceGrpc.CommunityServiceBlockingStub;
import org.masterplan.registry.v1.CreateCommunityRequest;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.masterplan.registry.v1.LaunchCommunityRequest;
import org.masterplan.registry.v1.ListCommunitiesRequest;
import org.masterplan.registry.v1.SubmitCommunityRequest;
import org.masterplan.registry.v1.UpdateCommunityRequest;

/** Communities as callers see them: over gRPC, with tokens, languages and etags. */
class CommunityServiceTest {
  @TempDir Path folder;
  GrpcTest server;
  CommunityServiceBlockingStub unit;
  CommunityServiceBlockingStub cmo;
  InMemoryCommunities communities = new InMemoryCommunities();
  List<Tidings.Tiding> told = new ArrayList<>();
  boolean noticesAreAway;

  @BeforeEach
  void serve() {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var limits = Limits.usual();
    var uploads =
        new CommunityUploads(
            new Adoption(communities, new Everything(), clock, ZoneOffset.UTC),
            new Spool(folder, limits),
            new Uploads(limits),
            new Rejects(MongoTestServer.database("communities"), clock));
    var registry =
        new Registry(communities, new Everything(), new TellingDecisions(this::tell), clock);
    server = GrpcTest.serving(new CommunityGrpcService(registry, uploads));
    unit = stub(server.as(DAIRY));
    cmo = stub(server.as(CMO));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("cap-1")
  void cap001_submit_saysWhatIsMissing_inTheCallersLanguage() {
    var bare = create("tra-sua", bare("Góc Trà Sữa"));

    var english = badRequest(() -> submit(unit, bare));
    var vietnamese = badRequest(() -> submit(stub(server.as(DAIRY, Caller.VIETNAMESE)), bare));

    for (var field : List.of("objective", "segments", "owner", "deputies", "exit_plan")) {
      var name = "community." + field;
      assertThat(description(english, name)).as(name).isNotBlank().doesNotContain("{", "OWED_");
      assertThat(description(vietnamese, name))
          .as(name)
          .isNotBlank()
          .isNotEqualTo(description(english, name));
    }
    assertThat(code(() -> submit(unit, bare))).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(description(english, "community.owner")).startsWith("Name the employee");
    assertThat(description(vietnamese, "community.owner")).startsWith("Hãy nêu nhân viên");
  }

  @Test
  void decision_isToldToWhoeverSubmitted() {
    var proposed = submit(unit, create("me-bim", answered("Hội Mẹ Bỉm Sữa")));
    assertThat(told).isEmpty();
    approve(cmo, proposed);

    assertThat(told)
        .containsExactly(
            new Tidings.Tiding(
                new Tidings.Recipient.Person(DAIRY.subject()),
                "communities-me-bim-approved-" + NOW.toEpochMilli(),
                "NOTICE_COMMUNITY_APPROVED",
                "communities/me-bim",
                Map.of("title", "Hội Mẹ Bỉm Sữa"),
                NOW));
    for (var reason : List.of("NOTICE_COMMUNITY_APPROVED", "NOTICE_COMMUNITY_RETURNED")) {
      assertThat(TextCatalogue.shared().knows(reason)).as(reason).isTrue();
    }
  }

  @Test
  void decisions_thatCouldNotBeTold_standAndAreToldFromTheChanges() {
    noticesAreAway = true;
    var proposed = submit(unit, create("me-bim", answered("Hội Mẹ Bỉm Sữa")));
    var approved = approve(cmo, proposed);
    assertThat(approved.getState()).isEqualTo(Community.State.APPROVED);
    assertThat(told).isEmpty();

    noticesAreAway = false;
    var feed = new DecisionFeed(communities, new TellingDecisions(this::tell));
    feed.changes("", 10).items().forEach(feed::apply);

    // However often it is told: of one occasion there is one notice.
    assertThat(told.stream().distinct())
        .extracting(Tidings.Tiding::reason)
        .containsExactly("NOTICE_COMMUNITY_APPROVED");
  }

  private void tell(Tidings.Tiding tiding) {
    if (noticesAreAway) {
      throw new Unavailable("STORE_AWAY", Map.of());
    }
    told.add(tiding);
  }

  @Test
  void wholeWay_isSubmittedByOne_andApprovedByAnother() {
    var proposed = submit(unit, create("me-bim", answered("Hội Mẹ Bỉm Sữa")));
    assertThat(proposed.getState()).isEqualTo(Community.State.PROPOSED);

    assertThat(code(() -> approve(unit, proposed))).isEqualTo(Status.Code.PERMISSION_DENIED);
    var approved = approve(cmo, proposed);
    var live =
        unit.launchCommunity(
            LaunchCommunityRequest.newBuilder()
                .setName(approved.getName())
                .setEtag(approved.getEtag())
                .build());

    assertThat(live.getState()).isEqualTo(Community.State.LIVE);
    assertThat(unit.getCommunity(get("communities/me-bim"))).isEqualTo(live);
  }

  @Test
  void approve_byWhoeverSubmitted_isRefused_evenTheCmo() {
    var proposed = submit(cmo, create("me-bim", answered("Hội Mẹ Bỉm Sữa")));

    assertThat(code(() -> approve(cmo, proposed))).isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void update_withAnOldEtag_isAborted() {
    var created = create("me-bim", answered("Hội Mẹ Bỉm Sữa"));
    update(created.toBuilder().setTitle("Hội Mẹ Bỉm").build(), "title");

    assertThat(code(() -> update(created.toBuilder().setTitle("Khác").build(), "title")))
        .isEqualTo(Status.Code.ABORTED);
  }

  @Test
  void update_changesOnlyWhatTheMaskNames() {
    var created = create("me-bim", answered("Hội Mẹ Bỉm Sữa"));
    var sent = created.toBuilder().setTitle("Hội Mẹ Bỉm").setWhy("Khác").build();

    var updated = update(sent, "title");

    assertThat(updated.getTitle()).isEqualTo("Hội Mẹ Bỉm");
    assertThat(updated.getWhy()).isEqualTo(created.getWhy());
    assertThat(updated.getEtag()).isNotEqualTo(created.getEtag());
  }

  @Test
  void update_refusesAMaskOfWhatThePlanDecides_andOfWhatIsNotThere() {
    var created = create("me-bim", answered("Hội Mẹ Bỉm Sữa"));

    assertThat(violation(badRequest(() -> update(created, "state")))).contains("state");
    assertThat(violation(badRequest(() -> update(created, "nickname")))).contains("nickname");
  }

  @Test
  void list_findsAWordWithoutItsMarks() {
    create("me-bim", answered("Hội Mẹ Bỉm Sữa"));
    create("xe-may", answered("Hội Xe Máy"));

    var found = unit.listCommunities(ListCommunitiesRequest.newBuilder().setFilter("bim").build());

    assertThat(found.getCommunitiesList())
        .extracting(Community::getName)
        .containsExactly("communities/me-bim");
  }

  @Test
  void list_walksPages_andRefusesATokenOfAnotherQuery() {
    for (var id : List.of("aaa", "bbb", "ccc")) {
      create(id, answered("Nhóm " + id));
    }
    var asked = ListCommunitiesRequest.newBuilder().setPageSize(2).setOrderBy("title").build();

    var first = unit.listCommunities(asked);
    var second =
        unit.listCommunities(asked.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getCommunitiesCount()).isEqualTo(2);
    assertThat(second.getCommunitiesList())
        .extracting(Community::getName)
        .containsExactly("communities/ccc");
    assertThat(second.getNextPageToken()).isEmpty();
    var other = asked.toBuilder().setOrderBy("").setPageToken(first.getNextPageToken()).build();
    assertThat(code(() -> unit.listCommunities(other))).isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  @Test
  void list_refusesAFieldThatIsNotThere() {
    var asked = ListCommunitiesRequest.newBuilder().setFilter("colour = \"red\"").build();

    assertThat(code(() -> unit.listCommunities(asked))).isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  @Test
  void list_refusesAWordThatTheFieldNeverIs_andNamesThoseItMayBe() {
    for (var filter : List.of("state=NOPE", "health!=NOPE", "kind=NOPE", "permit=(NOPE)")) {
      var asked = ListCommunitiesRequest.newBuilder().setFilter(filter).build();

      var refused = badRequest(() -> unit.listCommunities(asked));

      assertThat(description(refused, "filter")).as(filter).contains("NOPE", "expected one of: ");
    }
    var asked = ListCommunitiesRequest.newBuilder().setFilter("state=DRAFT").build();
    assertThat(unit.listCommunities(asked).getCommunitiesList()).isEmpty();
  }

  @Test
  void create_onAnUnknownPlatform_isRefused_andOneThatWasTakenEarlierMayStay() {
    var strange = bare("Nhóm").toBuilder().setPlatform("Facebok").build();

    var refused = badRequest(() -> create("nhom", strange));
    var other = create("nhom", bare("Nhóm").toBuilder().setPlatform("fb").build());

    assertThat(description(refused, "community.platform"))
        .contains("facebok", "own-site, facebook");
    assertThat(other.getPlatform()).isEqualTo("facebook");
    var renamed = update(other.toBuilder().setTitle("Nhóm mới").build(), "title");
    assertThat(renamed.getPlatform()).isEqualTo("facebook");
  }

  @Test
  void create_withANul_isRefused() {
    var holdsNul = bare("Nhóm\0").toBuilder().build();

    var refused = badRequest(() -> create("nhom", holdsNul));

    assertThat(description(refused, "community.title")).contains("NUL");
  }

  @Test
  void create_forAnotherUnit_isRefused() {
    var other = answered("Nhóm").toBuilder().setBusinessUnit("businessUnits/beverages").build();

    assertThat(code(() -> create("nhom", other))).isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void everything_withoutAToken_isUnauthenticated() {
    var nobody = stub(server.anonymous());

    assertThat(code(() -> nobody.getCommunity(get("communities/me-bim"))))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(code(() -> nobody.listCommunities(ListCommunitiesRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  private static CommunityServiceBlockingStub stub(Channel channel) {
    return CommunityServiceGrpc.newBlockingStub(channel);
  }

  private Community create(String id, Community community) {
    return unit.createCommunity(
        CreateCommunityRequest.newBuilder().setCommunityId(id).setCommunity(community).build());
  }

  private static Community bare(String title) {
    return Community.newBuilder()
        .setTitle(title)
        .setBusinessUnit(CommunityFixture.UNIT)
        .setPlatform("facebook")
        .build();
  }

  private static Community answered(String title) {
    return bare(title).toBuilder()
        .setPurpose(Community.Purpose.SUPPORT)
        .setObjective(Community.Objective.PRODUCT_FEEDBACK)
        .addCorporateObjectives("objectives/loyalty")
        .addSegments("segments/young-mothers")
        .setOwner("employees/lan")
        .addDeputies("employees/minh")
        .setWhy("Mẹ trẻ thiếu nơi hỏi nhau")
        .setExpectedGain("30 góp ý dùng được mỗi quý")
        .setReviewDate("2027-06-30")
        .setExitPlan("Chuyển sang diễn đàn của công ty")
        .build();
  }

  private static Community submit(CommunityServiceBlockingStub as, Community community) {
    return as.submitCommunity(
        SubmitCommunityRequest.newBuilder()
            .setName(community.getName())
            .setEtag(community.getEtag())
            .build());
  }

  private static Community approve(CommunityServiceBlockingStub as, Community community) {
    return as.approveCommunity(
        ApproveCommunityRequest.newBuilder()
            .setName(community.getName())
            .setEtag(community.getEtag())
            .build());
  }

  private Community update(Community community, String... paths) {
    return unit.updateCommunity(
        UpdateCommunityRequest.newBuilder()
            .setCommunity(community)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
            .build());
  }

  private static GetCommunityRequest get(String name) {
    return GetCommunityRequest.newBuilder().setName(name).build();
  }

  private static Status.Code code(Runnable call) {
    return failure(call).getStatus().getCode();
  }

  private static StatusRuntimeException failure(Runnable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call::run);
  }

  private static BadRequest badRequest(Runnable call) {
    var failure = failure(call);
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    for (Any detail : StatusProto.fromThrowable(failure).getDetailsList()) {
      if (detail.is(BadRequest.class)) {
        try {
          return detail.unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new AssertionError("no BadRequest in " + failure);
  }

  private static String violation(BadRequest bad) {
    return bad.getFieldViolations(0).getDescription().toLowerCase(Locale.ROOT);
  }

  private static String description(BadRequest bad, String field) {
    return bad.getFieldViolationsList().stream()
        .filter(v -> v.getField().equals(field))
        .findFirst()
        .orElseThrow()
        .getDescription();
  }
}
