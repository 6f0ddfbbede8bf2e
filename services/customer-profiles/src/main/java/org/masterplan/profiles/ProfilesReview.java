package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.operation.Operations;
import org.masterplan.profiles.census.app.CountingPeople;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Taught;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.Overlap;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.review.app.Calibrating;
import org.masterplan.profiles.review.app.Deciding;
import org.masterplan.profiles.review.app.Judging;
import org.masterplan.profiles.review.app.ReviewDesk;
import org.masterplan.profiles.review.app.Reviews;
import org.masterplan.profiles.review.app.Searches;
import org.masterplan.profiles.review.app.Searching;
import org.masterplan.profiles.review.estimate.StratifiedEstimator;
import org.masterplan.profiles.review.grpc.QualityGrpcService;
import org.masterplan.profiles.review.grpc.ReviewGrpcService;
import org.masterplan.profiles.review.grpc.ReviewProtos;
import org.masterplan.profiles.review.jobs.SearchWork;
import org.masterplan.profiles.review.mongo.MongoReviews;
import org.masterplan.profiles.review.mongo.MongoSearches;
import org.masterplan.profiles.source.app.Records;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What asks people about pairs of records. */
@Configuration(proxyBeanMethods = false)
class ProfilesReview {
  private static final Duration SEARCH = Duration.ofHours(1);
  private static final String ITSELF = "customer-profiles";

  @Bean
  Reviews reviews(MongoDatabase database, Sealing sealing) {
    return new MongoReviews(database, sealing);
  }

  @Bean
  CollectionIndexes reviewIndexes() {
    return MongoReviews.indexes();
  }

  @Bean
  Searches searches(MongoDatabase database) {
    return new MongoSearches(database);
  }

  @Bean
  Searching searching(
      CustomerProfilesProperties properties,
      Reviews reviews,
      Searches searches,
      Identity identity,
      Records records,
      Clock clock) {
    var share = new Searching.Share(properties.reviewedTwice(), clock);
    return new Searching(reviews, searches, identity, records, share);
  }

  @Bean
  Deciding deciding(Reviews reviews, Identity identity, Projection projection, Clock clock) {
    return new Deciding(reviews, identity, projection, clock);
  }

  @Bean
  ReviewDesk reviewDesk(
      Reviews reviews,
      Searches searches,
      Records records,
      Identity identity,
      Reading reading,
      Sight sight) {
    var around = new ReviewDesk.Around(records, identity, reading, sight);
    return new ReviewDesk(reviews, searches, around);
  }

  @Bean
  SearchWork searchWork(Searching searching, ReviewDesk desk) {
    return new SearchWork(searching, () -> ReviewProtos.summary(desk.summary()));
  }

  @Bean
  Judging judging(Reviews reviews, Searches searches) {
    return new Judging(reviews, searches, new StratifiedEstimator());
  }

  @Bean
  QualityGrpcService qualityService(
      Judging judging, Cards cards, CountingPeople counting, Calibrating calibrating, Clock clock) {
    return new QualityGrpcService(judging, new Overlap(cards, clock), counting, calibrating);
  }

  @Bean
  Calibrating calibrating(Taught taught, Reviews reviews, Records records, Identity identity) {
    return new Calibrating(taught, reviews, records, identity);
  }

  /** The queue follows what is loaded, without anybody asking for it. */
  @Bean
  Job reviewSearchJob(Searching searching) {
    return new Job(
        "review-search",
        SEARCH,
        held ->
            Caller.runAsService(
                ITSELF, () -> searching.keepUp("review-" + UUID.randomUUID(), ITSELF)));
  }

  /** Words that were stored before a kill, and that the journal was not told. */
  @Bean
  Job reviewWordsJob(Deciding deciding, CustomerProfilesProperties properties) {
    return new Job(
        "review-words",
        properties.takeUp(),
        held -> Caller.runAsService(ITSELF, deciding::carryOutOwed));
  }

  @Bean
  ReviewGrpcService reviewService(ReviewDesk desk, Deciding deciding, Operations operations) {
    return new ReviewGrpcService(desk, deciding, operations, () -> "review-" + UUID.randomUUID());
  }
}
