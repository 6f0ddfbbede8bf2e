package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.UUID;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.export.app.Exports;
import org.masterplan.profiles.export.app.HandingOut;
import org.masterplan.profiles.export.app.Recall;
import org.masterplan.profiles.export.grpc.ExportGrpcService;
import org.masterplan.profiles.export.mongo.MongoExports;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.source.app.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Profiles as files. */
@Configuration(proxyBeanMethods = false)
class ProfilesExports {
  @Bean
  Exports exports(MongoDatabase database) {
    return new MongoExports(database);
  }

  @Bean
  Exporting.People exportedPeople(
      Reading reading, Cards cards, Membering membering, ConsentLedger consents, Sources sources) {
    return new Exporting.People(reading, cards, membering, consents, sources);
  }

  @Bean
  Recall recall(Exports exports, Reading reading) {
    return new Recall(exports, reading);
  }

  @Bean
  HandingOut handingOut(Exports exports, Clock clock) {
    return new HandingOut(exports, () -> UUID.randomUUID().toString(), clock);
  }

  @Bean
  Exporting exporting(Exports exports, Exporting.People people, HandingOut files) {
    return new Exporting(exports, people, files);
  }

  @Bean
  ExportGrpcService exportService(Exporting exporting, Recall recall) {
    return new ExportGrpcService(exporting, recall);
  }
}
