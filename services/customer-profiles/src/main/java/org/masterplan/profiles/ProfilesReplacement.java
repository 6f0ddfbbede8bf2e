package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.masterplan.platform.lease.Job;
import org.masterplan.profiles.export.app.HandingOut;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.RuleBook;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.replacement.app.GiveBack;
import org.masterplan.profiles.replacement.app.Replacing;
import org.masterplan.profiles.replacement.grpc.ReplacementGrpcService;
import org.masterplan.profiles.source.app.GoneRecords;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.mongo.MongoGoneRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replacing old databases, until they can be switched off. */
@Configuration(proxyBeanMethods = false)
class ProfilesReplacement {
  private static final Duration SWEEP = Duration.ofHours(1);

  @Bean
  GoneRecords goneRecords(MongoDatabase database) {
    return new MongoGoneRecords(database);
  }

  /** Under which id a database knows who was erased is not kept for ever, either. */
  @Bean
  Job goneRecordsJob(GoneRecords gone, Clock clock) {
    return new Job(
        "gone-records", SWEEP, _ -> gone.forget(clock.instant().minus(GoneRecords.KEPT)));
  }

  @Bean
  ReplacementGrpcService replacementService(
      SourceRegister register,
      Loading.Stores stores,
      PushMarks marks,
      Reading reading,
      Journal journal,
      RuleBook book,
      GoneRecords gone,
      Sight sight,
      HandingOut files,
      Clock clock) {
    var replacing = new Replacing(register, stores, marks, clock);
    var giveBack =
        new GiveBack(
            register,
            new GiveBack.Held(stores.records(), gone),
            new GiveBack.Plan(reading, journal, book::current));
    return new ReplacementGrpcService(replacing, giveBack, sight, files);
  }
}
