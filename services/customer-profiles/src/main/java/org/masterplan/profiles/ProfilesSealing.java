package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.operation.Operations;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.mongo.SealingKeys;
import org.masterplan.profiles.profile.mongo.MongoCards;
import org.masterplan.profiles.review.mongo.MongoReviews;
import org.masterplan.profiles.sealing.app.SealedStore;
import org.masterplan.profiles.sealing.jobs.SealWork;
import org.masterplan.profiles.source.mongo.MongoRecords;
import org.masterplan.profiles.source.mongo.MongoRejectedRows;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what people say of themselves stands in the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealingProperties.class)
class ProfilesSealing {
  private static final Duration STARTING = Duration.ofSeconds(10);

  @Bean
  Sealing sealing(SealingProperties properties) {
    return SealingKeys.read(properties.keys());
  }

  @Bean
  SealWork sealWork(MongoDatabase database, Sealing sealing, Rejects rejects, Clock clock) {
    var stores = new ArrayList<SealedStore>(new MongoRecords(database, sealing).sealed());
    stores.add(new MongoRejectedRows(database, sealing, clock).sealed());
    stores.add(new MongoCards(database, sealing).sealed());
    stores.add(new MongoReviews(database, sealing).sealed());
    stores.add((afterId, limit) -> step(rejects.sealAgain(afterId, limit)));
    return new SealWork(stores);
  }

  private static SealedStore.Step step(Rejects.Sealed done) {
    return new SealedStore.Step(done.last(), done.rows(), done.sealed());
  }

  /** Once for each newest key: the same id again is the same operation, which may be over. */
  @Bean
  Job valueSealingJob(Operations operations, Sealing sealing) {
    var asked = new AtomicBoolean(sealing.isOpen());
    return new Job(
        "value-sealing",
        STARTING,
        held -> {
          if (!asked.get()) {
            var id = "seal-" + sealing.newestKey() + "-" + SealWork.EXTENT;
            operations.start(SealWork.KIND, id, Map.of());
            asked.set(true);
          }
        });
  }
}
