package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.operation.OperationRunner;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.OperationsGrpcService;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.review.app.Deciding;
import org.masterplan.profiles.review.app.ReviewDesk;
import org.masterplan.profiles.review.app.Searching;
import org.masterplan.profiles.review.grpc.ReviewGrpcService;
import org.masterplan.profiles.review.grpc.ReviewProtos;
import org.masterplan.profiles.review.jobs.SearchWork;
import org.masterplan.profiles.review.mongo.MongoReviews;
import org.masterplan.profiles.review.mongo.MongoSearches;
import org.masterplan.profiles.v1.DecideReviewRequest;
import org.masterplan.profiles.v1.GetReviewRequest;
import org.masterplan.profiles.v1.GetReviewSummaryRequest;
import org.masterplan.profiles.v1.ListReviewsRequest;
import org.masterplan.profiles.v1.Review;
import org.masterplan.profiles.v1.ReviewServiceGrpc;
import org.masterplan.profiles.v1.ReviewSummary;
import org.masterplan.profiles.v1.StartReviewSearchRequest;
import org.masterplan.profiles.v1.UndoReviewRequest;

class ReviewGrpcTest extends ProfilesCalls {
  private static final Actor HA = new Actor("ha", Set.of(Role.DATA_TEAM), Set.of(), "");
  private static final String FAMILY =
      """
      Mã KH,Họ và tên,SĐT,Năm sinh
      1,Nguyễn Thị Bưởi,0912345678,1992
      2,Trần Văn Bình,0912345678,1990
      3,Nguyễn Thị Bưởi,0912345678,1961
      """;

  private OperationRunner runner;
  private GrpcTest grpc;

  @BeforeEach
  void serve() throws Exception {
    load("crm", "text/csv", FAMILY);
    serve(0);
  }

  private void serve(int twice) {
    stop();
    var on = f.stored;
    var reviews = new MongoReviews(f.database);
    var searches = new MongoSearches(f.database);
    var share = new Searching.Share(twice, on.clock);
    var searching = new Searching(reviews, searches, on.identity, on.records, share);
    var notes = new AuditNotes(f.database, () -> "note-" + on.numbers.incrementAndGet());
    var sight = new Sight((seen, entry) -> notes.add(String.join(" ", seen), entry), on.clock);
    var around = new ReviewDesk.Around(on.records, on.identity, on.reading, sight);
    var desk = new ReviewDesk(reviews, searches, around);
    var deciding = new Deciding(reviews, on.identity, on.projection, on.clock);
    var works = new Operations(f.database, "profiles", on.clock);
    var leasing =
        new Leasing(
            new MongoLeases(f.database, on.clock), "there", Duration.ofSeconds(30), on.clock);
    var work = new SearchWork(searching, () -> ReviewProtos.summary(desk.summary()));
    runner = new OperationRunner(works, "reviews", leasing, List.of(work));
    runner.start();
    grpc =
        GrpcTest.serving(
            new ReviewGrpcService(
                desk, deciding, works, () -> "review-" + on.numbers.incrementAndGet()),
            new OperationsGrpcService(works));
  }

  @AfterEach
  void stop() {
    if (grpc != null) {
      runner.close();
      grpc.close();
    }
  }

  private ReviewServiceGrpc.ReviewServiceBlockingStub as(Actor actor) {
    return ReviewServiceGrpc.newBlockingStub(grpc.as(actor));
  }

  private ReviewSummary search() throws Exception {
    var started =
        as(ProfilesFixture.DATA).startReviewSearch(StartReviewSearchRequest.getDefaultInstance());
    var operations = OperationsServiceGrpc.newBlockingStub(grpc.as(ProfilesFixture.DATA));
    var get = GetOperationRequest.newBuilder().setName(started.getName()).build();
    await().until(() -> operations.getOperation(get).getDone());
    return operations.getOperation(get).getResponse().unpack(ReviewSummary.class);
  }

  private List<Review> listed(String filter) {
    return as(ProfilesFixture.DATA)
        .listReviews(ListReviewsRequest.newBuilder().setFilter(filter).build())
        .getReviewsList();
  }

  private Review get(Actor actor, String name) {
    return as(actor).getReview(GetReviewRequest.newBuilder().setName(name).build());
  }

  private Review decide(Actor actor, Review seen, Review.Verdict verdict) {
    return as(actor)
        .decideReview(
            DecideReviewRequest.newBuilder()
                .setName(seen.getName())
                .setVerdict(verdict)
                .setNote("two sisters")
                .setEtag(seen.getEtag())
                .build());
  }

  @Test
  void searchReviews_fillsTheQueue_withItsKindsCounted() throws Exception {
    var summary = search();

    assertThat(listed("kind=CONTRADICTING")).hasSize(1);
    assertThat(listed("kind=SHARING AND state=OPEN")).hasSize(2);
    assertThat(listed("source=\"sources/shop\"")).isEmpty();
    assertThat(summary.getCountsList())
        .anyMatch(c -> c.getKind() == Review.Kind.SHARING && c.getReviews() == 2);
    assertThat(summary.hasSearchTime()).isTrue();
    assertThat(summary.hasKappa()).isFalse();
  }

  @Test
  void listReviews_isPaged_andShowsNoValues() throws Exception {
    search();
    var first =
        as(ProfilesFixture.DATA)
            .listReviews(ListReviewsRequest.newBuilder().setPageSize(2).build());
    var rest =
        as(ProfilesFixture.DATA)
            .listReviews(
                ListReviewsRequest.newBuilder()
                    .setPageSize(2)
                    .setPageToken(first.getNextPageToken())
                    .build());

    assertThat(first.getReviewsList()).hasSize(2).allMatch(r -> r.getComparisonsCount() == 0);
    assertThat(rest.getReviewsList()).hasSize(1);
    assertThat(first.getReviews(0).getUrgency())
        .isGreaterThanOrEqualTo(rest.getReviews(0).getUrgency());
  }

  @Test
  void getReview_putsTheRecordsSideBySide_maskedWithoutAPurpose() throws Exception {
    search();
    var name = listed("kind=CONTRADICTING").getFirst().getName();

    var masked = get(ProfilesFixture.DATA, name);
    var open = get(ProfilesFixture.DATA_WITH_PURPOSE, name);

    assertThat(masked.getMasked()).isTrue();
    assertThat(masked.toString()).doesNotContain("Bưởi", "912345678");
    assertThat(open.getMasked()).isFalse();
    assertThat(open.getLeftProfile()).isEqualTo(open.getRightProfile());
    assertThat(open.getComparisonsList())
        .anySatisfy(
            each -> {
              assertThat(each.getField()).isEqualTo("birthYear");
              assertThat(each.getLikeness()).isEqualTo(Review.Comparison.Likeness.OTHER);
            })
        .anySatisfy(
            each -> {
              assertThat(each.getField()).isEqualTo("phone");
              assertThat(each.getLikeness()).isEqualTo(Review.Comparison.Likeness.EQUAL);
            });
    assertThat(open.getEvidence().getContributionsList())
        .extracting(c -> c.getField())
        .containsExactly("phone");
  }

  @Test
  void decideReview_partsThem_andUndoBringsThemBack() throws Exception {
    search();
    var asked = get(ProfilesFixture.DATA, listed("kind=CONTRADICTING").getFirst().getName());

    var decided = decide(ProfilesFixture.DATA, asked, Review.Verdict.DIFFERENT);

    assertThat(decided.getState()).isEqualTo(Review.State.DECIDED);
    assertThat(decided.getLeftProfile()).isNotEqualTo(decided.getRightProfile());
    assertThat(decided.getOpinions(0).getNote()).isEqualTo("two sisters");

    var undone =
        as(HA)
            .undoReview(
                UndoReviewRequest.newBuilder()
                    .setName(decided.getName())
                    .setEtag(decided.getEtag())
                    .build());

    assertThat(undone.getState()).isEqualTo(Review.State.OPEN);
    assertThat(undone.getLeftProfile()).isEqualTo(undone.getRightProfile());
  }

  @Test
  void decideReview_ofTwoStewards_hidesTheFirstWord_andCountsAgreement() throws Exception {
    serve(100);
    search();
    var asked = get(HA, listed("kind=CONTRADICTING").getFirst().getName());
    decide(HA, asked, Review.Verdict.DIFFERENT);

    var half = get(ProfilesFixture.DATA, asked.getName());
    assertThat(half.getState()).isEqualTo(Review.State.SECOND_WANTED);
    assertThat(half.getOpinionsList()).isEmpty();
    assertThat(get(HA, asked.getName()).getOpinionsList()).hasSize(1);
    assertThat(half.getLeftProfile()).isEqualTo(half.getRightProfile());

    decide(ProfilesFixture.DATA, half, Review.Verdict.DIFFERENT);

    var summary =
        as(ProfilesFixture.DATA).getReviewSummary(GetReviewSummaryRequest.getDefaultInstance());
    assertThat(summary.getJudgedTwice()).isEqualTo(1);
    assertThat(summary.getAgreed()).isEqualTo(1);
  }

  @Test
  void decideReview_withAnOldEtag_orByOthersThanTheDataTeam_isRefused() throws Exception {
    search();
    var asked = get(ProfilesFixture.PRIVACY, listed("kind=SHARING").getFirst().getName());
    decide(ProfilesFixture.DATA, asked, Review.Verdict.DIFFERENT);

    assertThatThrownBy(() -> decide(HA, asked, Review.Verdict.SAME))
        .hasMessageContaining("ABORTED");
    assertThatThrownBy(() -> decide(ProfilesFixture.PRIVACY, asked, Review.Verdict.SAME))
        .hasMessageContaining("PERMISSION_DENIED");
    assertThatThrownBy(() -> get(ProfilesFixture.DATA, "reviews/nobody"))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void erasure_forgetsWhatStewardsSaidOfThePerson() throws Exception {
    search();
    var asked = get(ProfilesFixture.DATA, listed("kind=CONTRADICTING").getFirst().getName());
    decide(ProfilesFixture.DATA, asked, Review.Verdict.CANNOT_TELL);
    var own = f.privacy.holdings(f.stored.records);
    var person =
        new PersonKeys(List.of(asked.getLeftProfile()), List.of(), List.of(), List.of(), List.of());
    assertThat(own.export(person))
        .anyMatch(
            each -> each.kind().equals("review") && each.values().containsValue("two sisters"));

    own.erase(person, "privacy", "request 17");

    assertThatThrownBy(() -> get(ProfilesFixture.DATA, asked.getName()))
        .hasMessageContaining("NOT_FOUND");
    assertThat(listed("")).allMatch(each -> !each.getName().equals(asked.getName()));
  }
}
