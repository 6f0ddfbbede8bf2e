package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.GoldenDesk;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Recarding;
import org.masterplan.profiles.profile.app.RuleBook;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.profile.grpc.GoldenGrpcService;
import org.masterplan.profiles.profile.mongo.MongoRuleBook;
import org.masterplan.profiles.source.app.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which of several values of a person counts. */
@Configuration(proxyBeanMethods = false)
class ProfilesGolden {
  @Bean
  RuleBook ruleBook(MongoDatabase database) {
    return new MongoRuleBook(database);
  }

  @Bean
  CollectionIndexes goldenRuleIndexes() {
    return MongoRuleBook.indexes();
  }

  @Bean
  GoldenDesk goldenDesk(
      RuleBook book, Reading reading, Identity identity, Sight sight, Clock clock) {
    return new GoldenDesk(book, reading, identity, sight, clock);
  }

  @Bean
  Recarding recarding(Cards cards, Reading reading, Sources sources, RuleBook book) {
    return new Recarding(cards, reading, sources, book::current);
  }

  /** Lists and segments go by what counts now. */
  @Bean
  Job cardsJob(Recarding recarding, CustomerProfilesProperties properties) {
    return new Job("cards", properties.takeUp(), held -> recarding.round(held::check));
  }

  @Bean
  GoldenGrpcService goldenValueService(GoldenDesk desk) {
    return new GoldenGrpcService(desk);
  }
}
