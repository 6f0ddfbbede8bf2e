package org.masterplan.profiles;

import java.time.Clock;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.RuleBook;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.replacement.app.GiveBack;
import org.masterplan.profiles.replacement.app.Replacing;
import org.masterplan.profiles.replacement.grpc.ReplacementGrpcService;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.app.SourceRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replacing old databases, until they can be switched off. */
@Configuration(proxyBeanMethods = false)
class ProfilesReplacement {
  @Bean
  ReplacementGrpcService replacementService(
      SourceRegister register,
      Loading.Stores stores,
      PushMarks marks,
      Reading reading,
      Journal journal,
      RuleBook book,
      Sight sight,
      Clock clock) {
    var replacing = new Replacing(register, stores, marks, clock);
    var giveBack =
        new GiveBack(
            register, stores.records(), new GiveBack.Plan(reading, journal, book::current));
    return new ReplacementGrpcService(replacing, giveBack, sight);
  }
}
