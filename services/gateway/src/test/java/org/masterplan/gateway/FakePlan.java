package org.masterplan.gateway;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.masterplan.abandonment.v1.ActivitySummary;
import org.masterplan.abandonment.v1.Estimate;
import org.masterplan.abandonment.v1.GetHealthRequest;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.ListGhostShipsRequest;
import org.masterplan.abandonment.v1.ListGhostShipsResponse;
import org.masterplan.abandonment.v1.PeopleCount;
import org.masterplan.abandonment.v1.Reason;
import org.masterplan.abandonment.v1.SummarizeActivityRequest;
import org.masterplan.abandonment.v1.SummarizeActivityResponse;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CreateSegmentRequest;
import org.masterplan.registry.v1.GetPortfolioRequest;
import org.masterplan.registry.v1.ListObjectivesRequest;
import org.masterplan.registry.v1.ListObjectivesResponse;
import org.masterplan.registry.v1.ListProductLinesRequest;
import org.masterplan.registry.v1.ListProductLinesResponse;
import org.masterplan.registry.v1.ListSegmentsRequest;
import org.masterplan.registry.v1.ListSegmentsResponse;
import org.masterplan.registry.v1.Objective;
import org.masterplan.registry.v1.PlanServiceGrpc;
import org.masterplan.registry.v1.Portfolio;
import org.masterplan.registry.v1.PortfolioServiceGrpc;
import org.masterplan.registry.v1.ProductLine;
import org.masterplan.registry.v1.Segment;

/** A small plan of an invented company, as all services together would tell it. */
final class FakePlan {
  static final Timestamp NOW = Timestamps.parseUnchecked("2026-11-21T01:00:00Z");

  static final Community BUSY =
      community("bep-nha-ta", "Bếp Nhà Ta", "segments/noi-tro", Community.Health.ALIVE).toBuilder()
          .setDeclaredMembers(9_200)
          .build();
  static final Community IDLE =
      community("goc-tra-sua", "Góc Trà Sữa 2019", "segments/gioi-tre", Community.Health.GHOST_SHIP)
          .toBuilder()
          .setDeclaredMembers(188_000)
          .setOrphanTime(Timestamps.parseUnchecked("2025-04-02T00:00:00Z"))
          .build();
  static final Community PROPOSED =
      community(
              "nong-trai-xanh", "Nông Trại Xanh", "segments/noi-tro", Community.Health.NOT_OBSERVED)
          .toBuilder()
          .setState(Community.State.PROPOSED)
          .setSubmitter("unit")
          .build();

  final FakeCommunities communities = new FakeCommunities();
  final FakeMessages messages = new FakeMessages();
  final FakeProfiles profiles = new FakeProfiles();
  final FakeDealings dealings = new FakeDealings();
  final FakeFeedback feedback = new FakeFeedback();
  final FakePromotions promotions = new FakePromotions();
  final FakeTouches touches = new FakeTouches();
  final FakeReviews reviews = new FakeReviews();
  final FakeHistory history = new FakeHistory();
  final FakeResolutions resolutions = new FakeResolutions();
  final FakeQuality quality = new FakeQuality();
  final FakePrivacy privacy = new FakePrivacy();
  final FakeSources sources = new FakeSources();
  final FakeNotices notices = new FakeNotices();
  final FakeRescues rescues = new FakeRescues();
  final FakeOrganisation organisation = new FakeOrganisation();
  final List<Segment> segments = new ArrayList<>();

  /** Names of services that do not answer. */
  final Set<String> away = new HashSet<>();

  FakePlan() {
    reset();
  }

  /** As it was at the beginning. */
  void reset() {
    List.<Runnable>of(
            privacy::reset, reviews::reset, sources::reset, notices::reset, rescues::reset)
        .forEach(Runnable::run);
    quality.reset();
    resolutions.reset();
    history.reset();
    feedback.reset();
    promotions.reset();
    touches.own = false;
    dealings.own = false;
    dealings.away = false;
    away.clear();
    organisation.reset();
    segments.clear();
    segments.add(segment("me-va-be", "Mẹ và bé"));
    segments.add(segment("noi-tro", "Người nội trợ"));
    segments.add(segment("gioi-tre", "Giới trẻ"));
    messages.reset();
    profiles.reset();
    communities.clear();
    communities.with(BUSY, IDLE, PROPOSED, mothers());
  }

  List<BindableService> services() {
    return List.of(
        communities,
        messages,
        profiles,
        dealings,
        touches,
        promotions,
        feedback,
        reviews,
        resolutions,
        history,
        quality,
        quality.new Golden(),
        sources,
        sources.new Replacements(),
        sources.connections,
        notices,
        rescues,
        organisation,
        new Plan(),
        new FakeMembers(),
        new Portfolios(),
        new Healths());
  }

  private static Segment segment(String id, String title) {
    return Segment.newBuilder().setName("segments/" + id).setTitle(title).build();
  }

  private static Community mothers() {
    return community("me-bim", "Hội Mẹ Bỉm Sữa", "segments/me-va-be", Community.Health.FADING)
        .toBuilder()
        .setPlatform("zalo")
        .setPermit(Community.Permit.UNPERMITTED)
        .addAnswersOwed("exit_plan")
        .setAnswersDueDate("2027-02-01")
        .setDeclaredMembers(128_400)
        .build();
  }

  private static Community community(
      String id, String title, String segment, Community.Health health) {
    return Community.newBuilder()
        .setName("communities/" + id)
        .setTitle(title)
        .setKind(Community.Kind.GROUP)
        .setMode(Community.Mode.EMPOWERED)
        .setPlatform("facebook")
        .setLink("https://facebook.example/" + id)
        .setPurpose(Community.Purpose.RELATIONSHIP)
        .setObjective(Community.Objective.PRODUCT_FEEDBACK)
        .addSegments(segment)
        .addCorporateObjectives("objectives/gan-ket")
        .setBusinessUnit("businessUnits/sua")
        .setOwner("employees/e-001")
        .addDeputies("employees/e-002")
        .setWhy("Để nghe khách hàng nói về bữa ăn hằng ngày.")
        .setExpectedGain("200 góp ý dùng được trước tháng 6.")
        .setReviewDate("2027-06-30")
        .setState(Community.State.LIVE)
        .setPermit(Community.Permit.PERMITTED)
        .setHealth(health)
        .setHealthTime(NOW)
        .setCreateTime(Timestamps.parseUnchecked("2023-03-01T02:00:00Z"))
        .setUpdateTime(NOW)
        .setEtag("1")
        .build();
  }

  private final class Plan extends PlanServiceGrpc.PlanServiceImplBase {
    @Override
    public void listSegments(
        ListSegmentsRequest request, StreamObserver<ListSegmentsResponse> reply) {
      FakeCommunities.answer(
          reply, () -> ListSegmentsResponse.newBuilder().addAllSegments(segments).build());
    }

    @Override
    public void createSegment(CreateSegmentRequest request, StreamObserver<Segment> reply) {
      var made = segment(request.getSegmentId(), request.getSegment().getTitle());
      segments.add(made);
      FakeCommunities.answer(reply, () -> made);
    }

    @Override
    public void listObjectives(
        ListObjectivesRequest request, StreamObserver<ListObjectivesResponse> reply) {
      FakeCommunities.answer(
          reply,
          () ->
              ListObjectivesResponse.newBuilder()
                  .addObjectives(
                      Objective.newBuilder()
                          .setName("objectives/gan-ket")
                          .setTitle("Gắn kết khách hàng trung thành"))
                  .build());
    }

    @Override
    public void listProductLines(
        ListProductLinesRequest request, StreamObserver<ListProductLinesResponse> reply) {
      FakeCommunities.answer(
          reply,
          () ->
              ListProductLinesResponse.newBuilder()
                  .addProductLines(
                      ProductLine.newBuilder()
                          .setName("productLines/sua-chua")
                          .setTitle("Sữa chua"))
                  .build());
    }
  }

  private final class Portfolios extends PortfolioServiceGrpc.PortfolioServiceImplBase {
    @Override
    public void getPortfolio(GetPortfolioRequest request, StreamObserver<Portfolio> reply) {
      FakeCommunities.answer(reply, () -> seen(plan()));
    }

    private Portfolio plan() {
      return switch (communities.stored.size()) {
        case 0 -> empty();
        case 1 -> begun();
        default -> portfolio();
      };
    }

    /** As the registry leaves out what others could not tell. */
    private Portfolio seen(Portfolio whole) {
      var plan = whole.toBuilder();
      if (away.contains("abandonment-detection")) {
        plan.clearGhostShips().clearCustomersAboard().clearActive().clearObserved();
        plan.getSegmentsBuilderList().forEach(s -> s.clearActive().clearObserved());
      }
      if (away.contains("message-governance")) {
        plan.clearCollisions().clearMessages();
        plan.setWaitingDecisions(plan.getWaitingDecisions() - messages.waiting());
      }
      if (away.contains("customer-profiles")) {
        plan.clearSources();
      }
      return plan.addAllMissing(new TreeSet<>(away)).build();
    }

    /** After the first community: nobody is known and nothing seen yet. */
    private Portfolio begun() {
      return empty().toBuilder()
          .setCommunities(Portfolio.CommunityCounts.newBuilder().setTotal(1).putByState("DRAFT", 1))
          .addSegments(line("me-va-be", "Mẹ và bé", 0, 0, Map.of()))
          .build();
    }

    private Portfolio empty() {
      return Portfolio.newBuilder().setAsOfTime(NOW).build();
    }

    private Portfolio portfolio() {
      return Portfolio.newBuilder()
          .setAsOfTime(NOW)
          .setCommunities(
              Portfolio.CommunityCounts.newBuilder()
                  .setTotal(communities.stored.size())
                  .putByState("LIVE", 3)
                  .putByState("PROPOSED", 1)
                  .putByHealth("ALIVE", 1))
          .addSegments(line("me-va-be", "Mẹ và bé", 3_120, 812, Map.of("FADING", 1L)))
          .addSegments(
              line(
                  "noi-tro",
                  "Người nội trợ",
                  6_240,
                  2_450,
                  Map.of("ALIVE", 1L, "NOT_OBSERVED", 1L)))
          .addSegments(
              line("gioi-tre", "Giới trẻ", 61_204, 3, Map.of("GHOST_SHIP", 1L)).toBuilder()
                  .addGaps("NO_LIVING_COMMUNITY"))
          .addSegments(line("", "", 412, 0, Map.of("NOT_OBSERVED", 2L)).toBuilder().setSegment(""))
          .setGhostShips(1)
          .setCustomersAboard(
              Portfolio.Estimate.newBuilder().setValue(61_204).setLow(58_000).setHigh(64_000))
          .setCollisions(1)
          .setWaitingDecisions(communities.waiting() + messages.waiting())
          .setOldestWaitingTime(Timestamps.parseUnchecked("2026-11-17T02:00:00Z"))
          .setSources(sources())
          .setActive(3_265)
          .setKnown(70_564)
          .setDeclared(325_600)
          .setObserved(3)
          .setLiving(4)
          .setMessages(
              Portfolio.MessageCounts.newBuilder()
                  .setAsked(8_400)
                  .setGranted(6_020)
                  .setRefused(2_380))
          .build();
    }

    private static Portfolio.SourceCounts.Builder sources() {
      return Portfolio.SourceCounts.newBuilder()
          .setTotal(76)
          .setRecords(40_012)
          .setProfiles(15_870)
          .setPeople(
              Portfolio.Estimate.newBuilder().setValue(12_240).setLow(11_900).setHigh(12_610))
          .setDuplicateInflation(3.27)
          .setDuplicateInflationLow(3.17)
          .setDuplicateInflationHigh(3.36);
    }

    private static Portfolio.SegmentLine line(
        String id, String title, long known, long active, Map<String, Long> health) {
      return Portfolio.SegmentLine.newBuilder()
          .setSegment("segments/" + id)
          .setTitle(title)
          .setCommunities(health.size() + 1)
          .setKnown(known)
          .setActive(active)
          .setDeclared(known * 2)
          .setObserved(1)
          .putAllByHealth(health)
          .build();
    }
  }

  private static final class Healths extends HealthServiceGrpc.HealthServiceImplBase {
    @Override
    public void summarizeActivity(
        SummarizeActivityRequest request, StreamObserver<SummarizeActivityResponse> reply) {
      FakeCommunities.answer(
          reply,
          () ->
              SummarizeActivityResponse.newBuilder()
                  .addAllSummaries(
                      request.getCommunitiesList().stream().map(Healths::activity).toList())
                  .setAsked(request.getCommunitiesCount())
                  .build());
    }

    @Override
    public void listGhostShips(
        ListGhostShipsRequest request, StreamObserver<ListGhostShipsResponse> reply) {
      FakeCommunities.answer(
          reply,
          () -> ListGhostShipsResponse.newBuilder().addGhostShips(FakeRescues.ship()).build());
    }

    @Override
    public void getHealth(GetHealthRequest request, StreamObserver<Health> reply) {
      var community = request.getName().replace("/health", "");
      FakeCommunities.answer(
          reply,
          () ->
              Health.newBuilder()
                  .setName(request.getName())
                  .setCommunity(community)
                  .setState(Health.State.FADING)
                  .setAbandoned365(Estimate.newBuilder().setP(0.31).setLow(0.2).setHigh(0.44))
                  .addReasons(
                      Reason.newBuilder()
                          .setCode("FALLING_ACTIVITY")
                          .setContribution(0.8)
                          .setText("Activity fell to a third of last year’s."))
                  .setObservedUntil(NOW)
                  .setActivity(activity(community))
                  .build());
    }

    private static ActivitySummary activity(String community) {
      if (community.equals(PROPOSED.getName())) {
        return ActivitySummary.newBuilder().setCommunity(community).build();
      }
      long active =
          community.equals(BUSY.getName()) ? 2_450 : community.equals(IDLE.getName()) ? 3 : 812;
      var summary =
          ActivitySummary.newBuilder()
              .setCommunity(community)
              .setObserved(true)
              .setAsOfTime(NOW)
              .setActive30(
                  PeopleCount.newBuilder().setValue(active).setLow(active).setHigh(active));
      for (int week = 0; week < 12; week++) {
        summary.addWeeks(
            ActivitySummary.Week.newBuilder().setEvents(active / 3 - week * active / 50));
      }
      return summary.build();
    }
  }
}
