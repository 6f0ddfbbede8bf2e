package org.masterplan.abandonment;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.masterplan.abandonment.app.Activities;
import org.masterplan.abandonment.app.FollowingRegistry;
import org.masterplan.abandonment.app.Healths;
import org.masterplan.abandonment.app.ImportingActivity;
import org.masterplan.abandonment.app.ImportingObservations;
import org.masterplan.abandonment.app.JudgingHealth;
import org.masterplan.abandonment.app.Lookout;
import org.masterplan.abandonment.app.Observations;
import org.masterplan.abandonment.app.PersonActivity;
import org.masterplan.abandonment.app.Pseudonyms;
import org.masterplan.abandonment.app.RegisteredCommunities;
import org.masterplan.abandonment.app.Rescue;
import org.masterplan.abandonment.app.Roll;
import org.masterplan.abandonment.app.Turnouts;
import org.masterplan.abandonment.grpc.ActivityGrpcService;
import org.masterplan.abandonment.grpc.ActivityImporter;
import org.masterplan.abandonment.grpc.GrpcRegister;
import org.masterplan.abandonment.grpc.HealthDigest;
import org.masterplan.abandonment.grpc.HealthGrpcService;
import org.masterplan.abandonment.grpc.ObservationImporter;
import org.masterplan.abandonment.grpc.PersonDataGrpcService;
import org.masterplan.abandonment.grpc.RegisterFeed;
import org.masterplan.abandonment.grpc.RescueCaseGrpcService;
import org.masterplan.abandonment.mongo.MongoActivities;
import org.masterplan.abandonment.mongo.MongoHealths;
import org.masterplan.abandonment.mongo.MongoObservations;
import org.masterplan.abandonment.mongo.MongoRegisteredCommunities;
import org.masterplan.abandonment.mongo.MongoRescueCases;
import org.masterplan.abandonment.mongo.MongoTurnouts;
import org.masterplan.abandonment.mongo.OldEnds;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.migration.Migration;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.person.KeptRows;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** What abandonment detection is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AbandonmentProperties.class)
class AbandonmentConfiguration {
  private static final String REGISTRY = "community-registry";

  /** Everything that is stored. */
  record Stores(
      Activities activities,
      Observations observations,
      RegisteredCommunities registered,
      Healths healths,
      Turnouts turnouts) {}

  @Bean
  Stores stores(MongoDatabase database) {
    return new Stores(
        new MongoActivities(database),
        new MongoObservations(database),
        new MongoRegisteredCommunities(database),
        new MongoHealths(database),
        new MongoTurnouts(database));
  }

  @Bean
  CollectionIndexes eventIndexes() {
    return MongoActivities.eventIndexes();
  }

  @Bean
  CollectionIndexes totalIndexes() {
    return MongoActivities.totalIndexes();
  }

  @Bean
  CollectionIndexes healthIndexes() {
    return MongoHealths.indexes();
  }

  @Bean
  CollectionIndexes rescueCaseIndexes() {
    return MongoRescueCases.indexes();
  }

  @Bean
  ImportingActivity.Reading reading(AbandonmentProperties properties, Clock clock) {
    var pseudonyms = new Pseudonyms(SaltFile.read(properties.saltFile()));
    return new ImportingActivity.Reading(pseudonyms, clock, properties.zone());
  }

  @Bean
  GrpcRegister register(GrpcChannelFactory channels) {
    return new GrpcRegister(channels.createChannel(REGISTRY));
  }

  @Bean
  Rescue rescue(
      MongoDatabase database, Tidings tidings, Clock clock, AbandonmentProperties properties) {
    var term = new Rescue.Term(properties.timeToAct(), properties.zone());
    return new Rescue(new MongoRescueCases(database), tidings, clock, term);
  }

  @Bean
  JudgingHealth judging(
      Stores stores, GrpcRegister register, Rescue rescue, ImportingActivity.Reading reading) {
    var sources =
        new JudgingHealth.Sources(
            stores.activities(), stores.observations(), stores.registered(), register, reading);
    return new JudgingHealth(sources, stores.healths(), stores.turnouts(), rescue);
  }

  @Bean
  HealthGrpcService healthService(Stores stores, JudgingHealth judging) {
    var lookout = new Lookout(stores.healths(), stores.turnouts(), stores.observations(), judging);
    return new HealthGrpcService(lookout, judging);
  }

  @Bean
  RescueCaseGrpcService rescueCaseService(Rescue rescue) {
    return new RescueCaseGrpcService(rescue);
  }

  @Bean
  PersonDataGrpcService personDataService(
      Stores stores,
      JudgingHealth judging,
      ImportingActivity.Reading reading,
      KeptRows kept,
      CallNotes notes) {
    var people =
        new PersonActivity(stores.activities(), stores.registered(), reading.pseudonyms(), judging);
    return new PersonDataGrpcService(people, kept, notes);
  }

  @Bean
  Roll roll(Stores stores, GrpcRegister register) {
    return new Roll(stores.registered(), register);
  }

  @Bean
  ActivityImporter activityImporter(
      Stores stores, Roll roll, JudgingHealth judging, ImportingActivity.Reading reading) {
    return new ActivityImporter(
        new ImportingActivity(
            new ImportingActivity.Into(stores.activities(), stores.observations(), roll),
            judging,
            reading));
  }

  @Bean
  ObservationImporter observationImporter(
      Stores stores, Roll roll, JudgingHealth judging, ImportingActivity.Reading reading) {
    return new ObservationImporter(
        new ImportingObservations(stores.observations(), roll, judging, reading));
  }

  @Bean
  ActivityGrpcService activityService(
      ActivityImporter activities,
      ObservationImporter observations,
      ActivityGrpcService.Intake intake) {
    return new ActivityGrpcService(activities, observations, intake);
  }

  @Bean
  ActivityGrpcService.Intake intake(
      Spool spool, Uploads uploads, Rejects rejects, CallNotes notes) {
    return new ActivityGrpcService.Intake(spool, uploads, rejects, notes);
  }

  @Bean
  RegisterFeed registerFeed(GrpcRegister register, Stores stores, JudgingHealth judging) {
    var following = new FollowingRegistry(stores.registered(), judging);
    return new RegisterFeed(register, following, stores.registered());
  }

  @Bean
  OfferedFeed healthFeed(Stores stores) {
    return new OfferedFeed("health", new HealthDigest(stores.healths(), stores.registered()));
  }

  /** The first schema: rows kept before it are found for their person, too. */
  @Bean
  Migration firstSchema() {
    return new Migration(1, "kept rows are found by their person", Rejects::findByPerson);
  }

  /** The second schema: no file's last row stands for what somebody stated. */
  @Bean
  Migration secondSchema(AbandonmentProperties properties) {
    return new Migration(
        2,
        "ends of observation that were seen are told from those that were stated",
        database -> OldEnds.tellApart(database, properties.zone()));
  }

  /** What the register could not tell when a community was judged is asked again. */
  @Bean
  Job judgeJob(JudgingHealth judging, AbandonmentProperties properties) {
    return new Job("judge", properties.judge(), held -> judgeAll(judging, held));
  }

  private static void judgeAll(JudgingHealth judging, Leasing.Held held) {
    for (var community : judging.communities()) {
      held.check();
      judging.judge(community);
    }
  }
}
