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
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.Sources;
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
      Dealings dealings, Records records, Identity identity, Clock clock) {
    var resolving = new Resolving(identity, records);
    return new DealingImporter(new DealingImport(dealings, records, resolving, clock));
  }

  @Bean
  Relations relations(
      Dealings dealings,
      Reading reading,
      Sources sources,
      ValueProperties properties,
      Clock clock) {
    var rule = new ValueRule(properties.rule(), properties.currency());
    return new Relations(dealings, reading, sources, rule, clock);
  }

  @Bean
  DealingGrpcService dealingService(
      Relations relations,
      DealingImporter importer,
      Sight sight,
      Spool spool,
      Uploads uploads,
      Rejects rejects) {
    var intake = new DealingGrpcService.Intake(spool, uploads, rejects);
    return new DealingGrpcService(relations, importer, sight, intake);
  }
}
