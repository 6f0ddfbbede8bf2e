package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.census.app.Censuses;
import org.masterplan.profiles.census.app.CountingParts;
import org.masterplan.profiles.census.app.CountingPeople;
import org.masterplan.profiles.census.app.HeadEstimator;
import org.masterplan.profiles.census.estimate.StratifiedHeads;
import org.masterplan.profiles.census.mongo.MongoCensuses;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.Overview;
import org.masterplan.profiles.query.app.Lineages;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.app.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tells how many people there are, and what answers were drawn from. */
@Configuration(proxyBeanMethods = false)
class ProfilesCensus {
  @Bean
  Censuses censuses(MongoDatabase database) {
    return new MongoCensuses(database);
  }

  @Bean
  CollectionIndexes censusIndexes() {
    return MongoCensuses.indexes();
  }

  @Bean
  HeadEstimator headEstimator() {
    return new StratifiedHeads();
  }

  @Bean
  CountingPeople countingPeople(
      Censuses censuses, Identity identity, HeadEstimator estimator, Clock clock) {
    return new CountingPeople(censuses, identity, estimator, clock);
  }

  @Bean
  CountingParts countingParts(
      Censuses censuses, CountingPeople whole, Cards cards, HeadEstimator estimator) {
    return new CountingParts(censuses, whole, cards, estimator);
  }

  @Bean
  Lineages lineages(Sources sources, Identity identity, Clock clock) {
    return new Lineages(sources, identity, clock);
  }

  @Bean
  Overview overview(
      SourceRegister register,
      Records records,
      Identity identity,
      CountingPeople people,
      Clock clock) {
    return new Overview(register, records, identity, people, clock);
  }
}
