package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.dealing.app.DealingImport;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.dealing.app.Relations;
import org.masterplan.profiles.dealing.domain.ValueRule;
import org.masterplan.profiles.dealing.grpc.DealingGrpcService;
import org.masterplan.profiles.dealing.grpc.DealingImporter;
import org.masterplan.profiles.dealing.mongo.MongoDealings;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.touch.app.OwnPlaces;
import org.masterplan.profiles.touch.app.Places;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people did with the company, and what follows from it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ValueProperties.class)
class ProfilesDealings {
  @Bean
  Dealings dealings(MongoDatabase database) {
    return new MongoDealings(database);
  }

  @Bean
  CollectionIndexes dealingIndexes() {
    return MongoDealings.indexes();
  }

  @Bean
  DealingImporter dealingImporter(
      Dealings dealings, Loading.Stores stores, Identity identity, Clock clock) {
    var resolving = new Resolving(identity, stores.records());
    var people = new DealingImport.People(stores.records(), resolving, stores.tombstones());
    return new DealingImporter(new DealingImport(dealings, people, clock));
  }

  @Bean
  Relations relations(
      Dealings dealings,
      Reading reading,
      Sources sources,
      ValueProperties properties,
      Places places,
      Clock clock) {
    var rule = new ValueRule(properties.rule(), properties.currency());
    var rules = new Relations.Rules(rule, places::units);
    return new Relations(dealings, reading, sources, rules, clock);
  }

  @Bean
  DealingGrpcService dealingService(
      Relations relations,
      DealingImporter importer,
      Desk desk,
      Sight sight,
      Places places,
      Spool spool,
      Uploads uploads,
      Rejects rejects) {
    var intake = new DealingGrpcService.Intake(spool, uploads, rejects);
    var readers = new DealingGrpcService.Readers(desk, sight, new OwnPlaces(places));
    return new DealingGrpcService(relations, importer, readers, intake);
  }
}
