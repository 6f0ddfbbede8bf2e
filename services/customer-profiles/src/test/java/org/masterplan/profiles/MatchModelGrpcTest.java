package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.identity.app.Learner;
import org.masterplan.profiles.identity.app.Taught;
import org.masterplan.profiles.identity.engine.EngineLearner;
import org.masterplan.profiles.identity.engine.EngineMatching;
import org.masterplan.profiles.identity.engine.Learning;
import org.masterplan.profiles.identity.engine.MadeUp;
import org.masterplan.profiles.profile.app.Overlap;
import org.masterplan.profiles.review.app.Calibrating;
import org.masterplan.profiles.review.app.Judging;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;
import org.masterplan.profiles.review.estimate.StratifiedEstimator;
import org.masterplan.profiles.review.grpc.QualityGrpcService;
import org.masterplan.profiles.review.mongo.MongoReviews;
import org.masterplan.profiles.review.mongo.MongoSearches;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.GetMatchModelRequest;
import org.masterplan.profiles.v1.MatchModel;
import org.masterplan.profiles.v1.QualityServiceGrpc;

/** What is told of a model over the wire, and what is not. */
class MatchModelGrpcTest {
  private static final List<SourceRecord> RECORDS = MadeUp.records(7, 200);

  private StoredProfiles stored;
  private MongoReviews reviews;
  private GrpcTest grpc;

  @BeforeEach
  void load() {
    stored =
        new StoredProfiles(
            "match-model",
            (models, people) ->
                new EngineMatching(
                    models,
                    StoredProfiles.lessons(people),
                    new Learning(100, 4, 10_000),
                    Clock.systemUTC()));
    reviews = new MongoReviews(stored.database);
    stored.records.store(RECORDS);
    stored.identity.resolve(RECORDS, "loader");
    serve(Optional.of(new EngineLearner(StoredProfiles.lessons(stored.people()), stored.clock)));
  }

  private void serve(Optional<Learner> learner) {
    stop();
    var judging =
        new Judging(reviews, new MongoSearches(stored.database), new StratifiedEstimator());
    var taught = new Taught(stored.models, learner);
    var calibrating = new Calibrating(taught, reviews, stored.records, stored.identity);
    var overlap = new Overlap(stored.cards, stored.clock);
    grpc =
        GrpcTest.serving(new QualityGrpcService(judging, overlap, stored.counting(), calibrating));
  }

  @AfterEach
  void stop() {
    if (grpc != null) {
      grpc.close();
    }
  }

  private MatchModel model(Actor actor) {
    return QualityServiceGrpc.newBlockingStub(grpc.as(actor))
        .getMatchModel(GetMatchModelRequest.getDefaultInstance());
  }

  @Test
  void getMatchModel_tellsWhatWasLearned_andWhatStewardsSayOfIt() {
    stored.learn();
    var finding = new Finding(Kind.DRAWN, 0, OptionalDouble.empty(), List.of("s"), true);
    var pair = Pair.of(RECORDS.get(0).number(), RECORDS.get(RECORDS.size() - 1).number());
    var review = Review.found(pair, finding, 1, Instant.EPOCH);
    var entry = new AuditEntry(Instant.EPOCH, "lan", "FOUND", List.of(), "");
    reviews.add(List.of(review), entry);
    reviews.replace(review.say(new Opinion("lan", Verdict.DIFFERENT, "", Instant.EPOCH)), entry);

    var model = model(ProfilesFixture.PRIVACY);

    assertThat(model.getMethod()).isEqualTo(MatchModel.Method.LEARNED_WEIGHTS);
    assertThat(model.getNumber()).isEqualTo(1);
    assertThat(model.hasLearnTime()).isTrue();
    assertThat(model.getRecords()).isEqualTo(RECORDS.size());
    assertThat(model.getPriorWeight()).isNegative();
    assertThat(model.getJoinProbability()).isEqualTo(0.5);
    assertThat(model.getAskFrom()).isEqualTo(0.05);
    assertThat(model.getAskTo()).isEqualTo(0.95);
    assertThat(model.getFieldsList())
        .filteredOn(field -> field.getField().equals("nationalId"))
        .allMatch(field -> field.getLevels(0).getWeight() > 5);
    assertThat(model.getBandsList()).hasSize(6);
    assertThat(model.getBands(0).getDifferent()).isEqualTo(1);
  }

  @Test
  void getMatchModel_holdsNoValueOfAnybody() {
    stored.learn();

    var told = model(ProfilesFixture.DATA).toString();

    for (var record : RECORDS) {
      record.values().values().forEach(value -> assertThat(told).doesNotContain(value));
    }
    assertThat(told).doesNotContainPattern("[0-9a-f]{16}\"");
  }

  @Test
  void getMatchModel_whereNothingIsLearned_orNotYet_saysSo() {
    assertThat(model(ProfilesFixture.DATA))
        .isEqualTo(
            MatchModel.newBuilder()
                .setMethod(MatchModel.Method.SHARED_KEYS_YET)
                .setJoinProbability(0.5)
                .setAskFrom(0.05)
                .setAskTo(0.95)
                .build());

    stored.learn();
    serve(Optional.empty());

    assertThat(model(ProfilesFixture.DATA).getMethod()).isEqualTo(MatchModel.Method.SHARED_KEYS);
    assertThat(model(ProfilesFixture.DATA).getFieldsList()).isEmpty();
    assertThatThrownBy(() -> model(ProfilesFixture.CMO)).hasMessageContaining("PERMISSION_DENIED");
  }
}
