package org.masterplan.profiles;

import java.time.Clock;
import org.masterplan.platform.migration.Migration;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.consent.mongo.MongoConsents;
import org.masterplan.profiles.export.mongo.MongoExports;
import org.masterplan.profiles.identity.app.KeyedHashes;
import org.masterplan.profiles.identity.engine.Lessons;
import org.masterplan.profiles.identity.mongo.MongoModels;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.profile.mongo.MongoCards;
import org.masterplan.profiles.resolution.mongo.MongoResolutions;
import org.masterplan.profiles.source.mongo.MongoRecords;
import org.masterplan.profiles.source.mongo.MongoRejectedRows;
import org.masterplan.profiles.source.mongo.MongoSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what customer profiles store is found, and how it came to be stored as it is. */
@Configuration(proxyBeanMethods = false)
class ProfilesSchema {
  @Bean
  CollectionIndexes sourceIndexes() {
    return MongoSources.indexes();
  }

  @Bean
  CollectionIndexes recordIndexes() {
    return MongoRecords.indexes().getFirst();
  }

  @Bean
  CollectionIndexes recordVersionIndexes() {
    return MongoRecords.indexes().getLast();
  }

  @Bean
  CollectionIndexes cardIndexes(Sealing sealing) {
    return MongoCards.indexes(sealing);
  }

  @Bean
  CollectionIndexes consentIndexes() {
    return MongoConsents.indexes();
  }

  @Bean
  CollectionIndexes exportIndexes() {
    return MongoExports.indexes();
  }

  @Bean
  CollectionIndexes exportedProfileIndexes() {
    return MongoExports.heldIndexes();
  }

  @Bean
  CollectionIndexes exportRecallIndexes() {
    return MongoExports.recallIndexes();
  }

  @Bean
  CollectionIndexes resolutionIndexes() {
    return MongoResolutions.indexes();
  }

  @Bean
  CollectionIndexes rejectedRowIndexes() {
    return MongoRejectedRows.indexes();
  }

  /** The first schema: rows kept before it are found for their person, too. */
  @Bean
  Migration firstSchema(Clock clock) {
    return new Migration(
        1,
        "kept rows are found by their person",
        database -> MongoRejectedRows.findByPerson(database, clock));
  }

  /** The second schema: whoever has the database alone cannot try values on what was learned. */
  @Bean
  Migration secondSchema(KeyedHashes naming) {
    return new Migration(
        2,
        "values in learned models stand under the installation's key",
        database -> new MongoModels(database).rewrite(text -> Lessons.renamed(text, naming)));
  }

  /**
   * The third: names were stored whole, so that no index could find a word in them. The fourth
   * stores all that this one stored, and more: nothing is left to do twice.
   */
  @Bean
  Migration thirdSchema() {
    return new Migration(
        3, "people are found by the beginnings of the words of their names", _ -> {});
  }

  /** The fourth: who bears a common word was found by reading everybody who does. */
  @Bean
  Migration fourthSchema() {
    return new Migration(
        4,
        "every beginning of a word of a name is stored, in the order of lists",
        MongoCards::byBeginnings);
  }

  /** The fifth: whose a handle is was asked by the spellings of platforms that were thought of. */
  @Bean
  Migration fifthSchema(Sealing sealing) {
    return new Migration(
        5,
        "a handle is found with whatever platform in front it is written",
        database -> MongoRecords.findByHandles(database, sealing));
  }
}
