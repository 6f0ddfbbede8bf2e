package org.masterplan.registry.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.DAIRY;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.notice.v1.ListNoticesRequest;
import org.masterplan.notice.v1.NoticeServiceGrpc;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.notice.NoticeGrpcService;
import org.masterplan.platform.notice.Notices;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.registry.community.CommunityFixture;
import org.masterplan.registry.community.InMemoryCommunities;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Intent;
import org.masterplan.registry.community.domain.LifeCycle;
import org.masterplan.registry.community.domain.LifeCycle.Step;
import org.masterplan.registry.plan.app.ObjectiveReport;
import org.masterplan.registry.plan.app.PlanParts;
import org.masterplan.registry.plan.app.Reviews;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.plan.grpc.PlanGrpcService;
import org.masterplan.registry.plan.jobs.ReviewReminders;
import org.masterplan.registry.plan.mongo.PlanPartDocument;
import org.masterplan.registry.resource.app.Resources;
import org.masterplan.registry.resource.mongo.MongoResources;
import org.masterplan.registry.v1.CreateObjectiveRequest;
import org.masterplan.registry.v1.Objective;
import org.masterplan.registry.v1.PlanServiceGrpc;
import org.masterplan.registry.v1.ReportObjectivesRequest;
import org.masterplan.registry.v1.ReportReviewsRequest;

/** What the plan asks of communities, as the CMO office reads it. */
class PlanReportsTest {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZONE);

  com.mongodb.client.MongoDatabase database = MongoTestServer.database("plan_reports");
  Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  InMemoryCommunities communities = new InMemoryCommunities();
  Resources<PlanPart> objectives =
      new MongoResources<>(database, "objectives", new PlanPartDocument("objectives", "detail"));
  Reviews reviews = new Reviews(communities);
  Notices notices = new Notices(database);
  GrpcTest server =
      GrpcTest.serving(
          new PlanGrpcService(
              new PlanGrpcService.Parts(
                  new PlanParts(objectives, clock),
                  new PlanParts(objectives, clock),
                  new PlanParts(objectives, clock)),
              new PlanGrpcService.Reports(
                  () -> ObjectiveReport.of(objectives, communities), () -> reviews.on(TODAY))),
          new NoticeGrpcService(notices, "community-registry"));
  PlanServiceGrpc.PlanServiceBlockingStub plan = PlanServiceGrpc.newBlockingStub(server.as(CMO));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("cap-3")
  void cap003_report_listsObjectivesWithoutACommunity_andCommunitiesWithoutAnObjective() {
    objective("loyalty");
    objective("new-markets");
    live("serving", Optional.empty(), List.of("objectives/loyalty"));
    live("aimless", Optional.empty(), List.of());

    var report = plan.reportObjectives(ReportObjectivesRequest.getDefaultInstance());

    assertThat(report.getUnservedObjectivesList()).containsExactly("objectives/new-markets");
    assertThat(report.getAimlessCommunitiesList()).containsExactly("communities/aimless");
  }

  @Test
  @Tag("cap-20")
  void cap020_review_isAReminderWhenDue_andAFindingWhenOverdue() {
    live("far", Optional.of(TODAY.plusDays(31)), List.of());
    live("soon", Optional.of(TODAY.plusDays(30)), List.of());
    live("today", Optional.of(TODAY), List.of());
    live("late", Optional.of(TODAY.minusDays(1)), List.of());
    var draft = community("draft", Optional.of(TODAY.minusDays(9)), List.of());
    communities.add("communities/draft", draft, ENTRY);

    var report = plan.reportReviews(ReportReviewsRequest.getDefaultInstance());
    remind();
    remind();

    assertThat(report.getDueSoonList())
        .extracting(r -> r.getCommunity())
        .containsExactly("communities/today", "communities/soon");
    assertThat(report.getOverdueList())
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.getCommunity()).isEqualTo("communities/late");
              assertThat(late.getExpectedGain()).contains("30 góp ý");
            });
    assertThat(noticesOf())
        .containsOnly(
            Map.entry("communities/soon", "due"),
            Map.entry("communities/today", "due"),
            Map.entry("communities/late", "overdue"));
  }

  private Map<String, String> noticesOf() {
    var inbox =
        NoticeServiceGrpc.newBlockingStub(server.as(DAIRY))
            .listNotices(
                ListNoticesRequest.newBuilder().setParent("services/community-registry").build())
            .getNoticesList();
    var told = new java.util.HashMap<String, String>();
    for (var notice : inbox) {
      var text = notice.getText();
      assertThat(told.put(notice.getAbout(), text.contains("overdue") ? "overdue" : "due"))
          .isNull();
    }
    return told;
  }

  private void remind() {
    var leasing = new Leasing(new MongoLeases(database, clock), "a", Duration.ofHours(1), clock);
    var reminders = new ReviewReminders(reviews, notices, clock, ZONE);
    assertThat(leasing.run("job/review-reminders", reminders::remind)).isTrue();
  }

  private void objective(String id) {
    plan.createObjective(
        CreateObjectiveRequest.newBuilder()
            .setObjectiveId(id)
            .setObjective(Objective.newBuilder().setTitle(id))
            .build());
  }

  private void live(String id, Optional<LocalDate> review, List<String> serves) {
    var proposed = LifeCycle.after(answered(id, review), decision(Step.SUBMIT, DAIRY));
    var approved = LifeCycle.after(proposed, decision(Step.APPROVE, CMO));
    var launched = LifeCycle.after(approved, decision(Step.LAUNCH, DAIRY));
    // An edit after the decision may take objectives away again.
    var edited = launched.edited(community(id, review, serves).draft(), NOW);
    communities.add("communities/" + id, edited, ENTRY);
  }

  private static Community answered(String id, Optional<LocalDate> review) {
    return community(id, review.or(() -> Optional.of(TODAY.plusYears(1))), List.of("objectives/x"));
  }

  private static LifeCycle.Decision decision(Step step, org.masterplan.kernel.actor.Actor actor) {
    return new LifeCycle.Decision(step, actor, "vì vậy", NOW);
  }

  private static Community community(String id, Optional<LocalDate> review, List<String> serves) {
    var draft = CommunityFixture.draft(id);
    var intent = draft.intent();
    var answers = intent.answers();
    var dated =
        new Intent.Answers(
            answers.why(),
            answers.expectedGain(),
            review,
            answers.memberBenefit(),
            answers.exitPlan());
    var changed =
        new Intent(
            intent.purpose(),
            intent.objective(),
            serves,
            intent.segments(),
            intent.productLines(),
            dated);
    return Community.register(
        CommunityFixture.name(id),
        new Community.Draft(id, draft.place(), changed, draft.holding(), 0),
        NOW);
  }
}
