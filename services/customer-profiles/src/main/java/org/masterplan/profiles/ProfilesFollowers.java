package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.privacy.app.Holders;
import org.masterplan.profiles.privacy.app.Moving;
import org.masterplan.profiles.privacy.app.TellingMoves;
import org.masterplan.profiles.privacy.jobs.MovesAlarm;
import org.masterplan.profiles.privacy.jobs.MovesMetrics;
import org.masterplan.profiles.privacy.mongo.MongoTold;
import org.masterplan.profiles.profile.mongo.MongoCards;
import org.masterplan.profiles.source.app.Records;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How other services follow merges and splits. */
@Configuration(proxyBeanMethods = false)
class ProfilesFollowers {
  private static final Duration ROUND = Duration.ofSeconds(2);

  /** What followers compare with what they took: each name, and the decision behind it. */
  @Bean
  OfferedFeed profileFeed(MongoDatabase database) {
    var documents = new VersionedDocuments(database, MongoCards.indexes().collection());
    return new OfferedFeed("profiles", () -> Digest.of(documents::eachRevision));
  }

  @Bean
  TellingMoves tellingMoves(
      Journal journal,
      Identity identity,
      Records records,
      Holders holders,
      TellingMoves.Memory memory) {
    return new TellingMoves(journal, new Moving(identity, records), holders, memory);
  }

  @Bean
  TellingMoves.Memory movesMemory(
      MongoDatabase database,
      Tidings tidings,
      Clock clock,
      @Value("${masterplan.zone:Asia/Ho_Chi_Minh}") ZoneId zone) {
    var alarm = new MovesAlarm(tidings, clock, zone);
    return new TellingMoves.Memory(new MongoTold(database), alarm, clock);
  }

  /**
   * What is filed under a profile elsewhere follows its person: caps hold for people, not names.
   */
  @Bean
  Job movesJob(TellingMoves moves) {
    return new Job(
        "moves",
        ROUND,
        held -> Caller.runAsService("customer-profiles", () -> moves.tell(held::check)));
  }

  @Bean
  MovesMetrics movesMetrics(TellingMoves moves) {
    return new MovesMetrics(moves);
  }
}
