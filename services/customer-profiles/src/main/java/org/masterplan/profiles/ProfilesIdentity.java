package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.person.SecretFile;
import org.masterplan.profiles.history.app.ProfileHistory;
import org.masterplan.profiles.history.grpc.HistoryGrpcService;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.app.KeyedHashes;
import org.masterplan.profiles.identity.app.Learner;
import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Succession;
import org.masterplan.profiles.identity.app.Taught;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.engine.EngineLearner;
import org.masterplan.profiles.identity.engine.EngineMatching;
import org.masterplan.profiles.identity.engine.Learning;
import org.masterplan.profiles.identity.engine.Lessons;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.identity.mongo.MongoJournal;
import org.masterplan.profiles.identity.mongo.MongoModels;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.resolution.app.Interrupted;
import org.masterplan.profiles.resolution.app.ResolvingAnew;
import org.masterplan.profiles.resolution.grpc.ResolutionGrpcService;
import org.masterplan.profiles.resolution.grpc.ResolutionProtos;
import org.masterplan.profiles.resolution.jobs.ApplyWork;
import org.masterplan.profiles.resolution.jobs.PrepareWork;
import org.masterplan.profiles.resolution.mongo.MongoResolutions;
import org.masterplan.profiles.source.app.Records;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** What says which records are one person, and what changes its mind. */
@Configuration(proxyBeanMethods = false)
class ProfilesIdentity {
  private static final Duration LEARNING = Duration.ofSeconds(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  @Bean
  Journal journal(MongoDatabase database) {
    return new MongoJournal(database);
  }

  @Bean
  CollectionIndexes journalIndexes() {
    return MongoJournal.indexes();
  }

  @Bean
  HistoryGrpcService historyService(Journal journal, Records records) {
    return new HistoryGrpcService(new ProfileHistory(journal, records));
  }

  @Bean
  KeyedHashes keyedHashes(CustomerProfilesProperties properties) {
    return new KeyedHashes(SecretFile.read(properties.tombstoneKeyFile()));
  }

  @Bean
  Lessons lessons(Records records, KeyedHashes naming) {
    return new Lessons(people(records), naming);
  }

  /** Models that an earlier release kept are written anew before one is read. */
  @Bean
  @DependsOn("schema")
  Matching matching(
      CustomerProfilesProperties properties, MongoDatabase database, Lessons lessons, Clock clock) {
    return switch (properties.matching()) {
      case EXACT -> new ExactMatching();
      case ENGINE -> new EngineMatching(new MongoModels(database), lessons, Learning.USUAL, clock);
    };
  }

  private static People people(Records records) {
    return use -> records.each("", record -> use.accept(Features.of(record)));
  }

  @Bean
  ResolvingAnew resolvingAnew(
      CustomerProfilesProperties properties,
      MongoDatabase database,
      Lessons lessons,
      ResolvingAnew.Changed changed,
      Operations operations,
      Clock clock) {
    var around =
        new ResolvingAnew.Around(
            new MongoResolutions(database),
            new MongoModels(database),
            learner(properties, lessons, clock),
            id -> PrepareWork.of(id, operations),
            ResolvingAnew.PART);
    var minting = new ResolvingAnew.Minting(() -> "resolution-" + UUID.randomUUID(), clock);
    return new ResolvingAnew(around, changed, minting);
  }

  @Bean
  Taught taught(
      CustomerProfilesProperties properties, MongoDatabase database, Lessons lessons, Clock clock) {
    return new Taught(new MongoModels(database), learner(properties, lessons, clock));
  }

  private static Optional<Learner> learner(
      CustomerProfilesProperties properties, Lessons lessons, Clock clock) {
    return switch (properties.matching()) {
      case EXACT -> Optional.empty();
      case ENGINE -> Optional.of(new EngineLearner(lessons, clock));
    };
  }

  @Bean
  ResolvingAnew.Changed changedByResolutions(
      Identity identity, Succession succession, Projection projection) {
    return new ResolvingAnew.Changed(identity, succession, projection);
  }

  @Bean
  Succession succession(Identity identity) {
    return new Succession(identity);
  }

  /** Loads learn by themselves; what programs push is learned of by this. */
  @Bean
  Job learningJob(Succession succession, Projection projection) {
    return new Job(
        "learning",
        LEARNING,
        held -> {
          if (succession.learn()) {
            projection.catchUp();
          }
        });
  }

  /** Those whose work was never taken down, or has failed, are said to have failed. */
  @Bean
  Job interruptedResolutionsJob(MongoDatabase database, Operations operations, Clock clock) {
    var interrupted =
        new Interrupted(
            new MongoResolutions(database),
            new MongoModels(database),
            id -> PrepareWork.of(id, operations),
            clock);
    return new Job("resolutions", LEARNING, held -> interrupted.round());
  }

  @Bean
  ResolutionProtos resolutionProtos(Records records) {
    return new ResolutionProtos(records);
  }

  @Bean
  PrepareWork prepareWork(ResolvingAnew resolving, ResolutionProtos protos) {
    return new PrepareWork(resolving, protos::resolution);
  }

  @Bean
  ApplyWork applyWork(ResolvingAnew resolving, ResolutionProtos protos) {
    return new ApplyWork(resolving, protos::resolution);
  }

  @Bean
  ResolutionGrpcService resolutionService(
      ResolvingAnew resolving, ResolutionProtos protos, Operations operations) {
    return new ResolutionGrpcService(resolving, protos, operations);
  }

  @Bean
  Identity identity(Journal journal, Matching matching, Records records, Clock clock) {
    var minting = new Identity.Minting(() -> RANDOM.nextLong(1, ProfileId.LIMIT), clock);
    var identity = new Identity(journal, matching, records, minting);
    identity.open();
    return identity;
  }
}
