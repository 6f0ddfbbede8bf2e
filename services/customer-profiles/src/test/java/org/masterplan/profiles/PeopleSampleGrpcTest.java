package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.identity.app.Taught;
import org.masterplan.profiles.profile.app.Overlap;
import org.masterplan.profiles.review.app.Calibrating;
import org.masterplan.profiles.review.app.Judging;
import org.masterplan.profiles.review.estimate.StratifiedEstimator;
import org.masterplan.profiles.review.grpc.QualityGrpcService;
import org.masterplan.profiles.review.mongo.MongoReviews;
import org.masterplan.profiles.review.mongo.MongoSearches;
import org.masterplan.profiles.v1.AnswerPeopleSampleRequest;
import org.masterplan.profiles.v1.CountSegmentsRequest;
import org.masterplan.profiles.v1.DrawPeopleSampleRequest;
import org.masterplan.profiles.v1.GetPeopleSampleRequest;
import org.masterplan.profiles.v1.GetProfilesSummaryRequest;
import org.masterplan.profiles.v1.GetSourceOverlapRequest;
import org.masterplan.profiles.v1.PeopleCount;
import org.masterplan.profiles.v1.PeopleSample;
import org.masterplan.profiles.v1.ProfilesSummary;
import org.masterplan.profiles.v1.QualityServiceGrpc;

/** Forty profiles of which every two are one person: what is told of the number of people. */
@Tag("cap-9")
class PeopleSampleGrpcTest extends ProfilesCalls {
  private static final int PROFILES = 40;
  private static final int PEOPLE = PROFILES / 2;

  private GrpcTest grpc;

  @BeforeEach
  void serve() throws Exception {
    load("crm", "text/csv", rows(0, PROFILES));
    var judging =
        new Judging(
            new MongoReviews(f.database), new MongoSearches(f.database), new StratifiedEstimator());
    var overlap = new Overlap(f.stored.cards, f.stored.clock);
    grpc =
        GrpcTest.serving(
            new QualityGrpcService(judging, overlap, f.stored.counting(), calibrating()));
  }

  private Calibrating calibrating() {
    return new Calibrating(
        new Taught(f.stored.models, Optional.empty()),
        new MongoReviews(f.database),
        f.stored.records,
        f.stored.identity);
  }

  @AfterEach
  void stop() {
    grpc.close();
  }

  private static String rows(int from, int to) {
    var rows = new StringBuilder("Mã KH,Họ và tên,SĐT,Năm sinh\n");
    IntStream.range(from, to)
        .forEach(n -> rows.append("%d,Nguyễn Văn %d,09123%05d,1992\n".formatted(n, n, n)));
    return rows.toString();
  }

  private QualityServiceGrpc.QualityServiceBlockingStub as(Actor actor) {
    return QualityServiceGrpc.newBlockingStub(grpc.as(actor));
  }

  private PeopleSample draw(String etag) {
    var request = DrawPeopleSampleRequest.newBuilder().setSampleSize(PROFILES).setEtag(etag);
    return as(ProfilesFixture.DATA).drawPeopleSample(request.build());
  }

  /** Says of the first so many that the person stands in one other profile. */
  private PeopleSample answer(PeopleSample sample, int many) {
    var said = AnswerPeopleSampleRequest.newBuilder();
    sample.getLooksList().stream()
        .limit(many)
        .forEach(look -> said.addLooks(look.toBuilder().addElsewhere(1)));
    return as(ProfilesFixture.DATA).answerPeopleSample(said.build());
  }

  private ProfilesSummary summary() {
    return profiles(ProfilesFixture.CMO)
        .getProfilesSummary(GetProfilesSummaryRequest.getDefaultInstance());
  }

  @Test
  void cap009_asLongAsFewWereLookedAt_thereIsNoInterval_andThenThereIsOneEverywhere() {
    var drawn = draw("");
    assertThat(drawn.getLooksCount()).isEqualTo(PROFILES);
    assertThat(answer(drawn, 20).getPeople().getCertainty())
        .isEqualTo(PeopleCount.Certainty.AT_MOST);
    assertThat(summary().getPeople().hasLow()).isFalse();

    var all = answer(drawn, PROFILES).getPeople();

    assertThat(all.getCertainty()).isEqualTo(PeopleCount.Certainty.INTERVAL);
    assertThat(all.getPeople()).isEqualTo(PEOPLE);
    assertThat(all.getLow()).isEqualTo(all.getHigh()).isEqualTo(PEOPLE);
    assertThat(summary().getPeople()).isEqualTo(all);
    assertThat(summary().getDuplicateInflation()).isEqualTo(2);
    var overlap =
        as(ProfilesFixture.CMO).getSourceOverlap(GetSourceOverlapRequest.getDefaultInstance());
    assertThat(overlap.getPeople()).isEqualTo(all);
    assertThat(overlap.getInflationLow()).isEqualTo(2).isEqualTo(overlap.getInflationHigh());
    var young =
        profiles(ProfilesFixture.CMO)
            .countSegments(CountSegmentsRequest.getDefaultInstance())
            .getCounts(0)
            .getPeople();
    assertThat(young.getCertainty()).isEqualTo(PeopleCount.Certainty.INTERVAL);
    assertThat(young.getProfiles()).isEqualTo(PROFILES);
    assertThat(young.getLow()).isLessThanOrEqualTo(PEOPLE);
    assertThat(young.getHigh()).isGreaterThanOrEqualTo(PEOPLE);
    assertThat(young.hasPeople()).isFalse();
  }

  @Test
  void recordsThatCameSince_makeTheIntervalWider_byOnePersonEach() throws Exception {
    answer(draw(""), PROFILES);

    load("shop", "text/csv", rows(50, 53));

    var people = summary().getPeople();
    assertThat(people.getLow()).isEqualTo(PEOPLE);
    assertThat(people.getHigh()).isEqualTo(PEOPLE + 3);
    assertThat(people.getProfiles()).isEqualTo(PROFILES + 3);
  }

  @Test
  void draw_takesThePlaceOfWhatWasRead_andOfNothingElse() {
    var first = draw("");
    var second = draw(first.getEtag());

    assertThat(second.getEtag()).isNotEqualTo(first.getEtag());
    assertThatThrownBy(() -> draw(first.getEtag())).hasMessageContaining("ABORTED");
    assertThat(
            as(ProfilesFixture.PRIVACY)
                .getPeopleSample(GetPeopleSampleRequest.getDefaultInstance()))
        .isEqualTo(second);
  }

  @Test
  void answer_ofWhatWasNotDrawn_orByOthers_isRefused() {
    var look = PeopleSample.Look.newBuilder().setProfile("profiles/nobody").addElsewhere(0);
    var odd = AnswerPeopleSampleRequest.newBuilder().addLooks(look).build();
    draw("");

    assertThatThrownBy(() -> as(ProfilesFixture.DATA).answerPeopleSample(odd))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> as(ProfilesFixture.CMO).answerPeopleSample(odd))
        .hasMessageContaining("PERMISSION_DENIED");
  }
}
