package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.person.SecretFile;
import org.masterplan.profiles.census.app.CountingParts;
import org.masterplan.profiles.consent.app.Bars;
import org.masterplan.profiles.consent.app.ConsentImport;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.app.Consents;
import org.masterplan.profiles.consent.app.DoNotCall;
import org.masterplan.profiles.consent.app.Suppressions;
import org.masterplan.profiles.consent.grpc.ConsentGrpcService;
import org.masterplan.profiles.consent.grpc.ConsentImporter;
import org.masterplan.profiles.consent.grpc.DoNotCallImporter;
import org.masterplan.profiles.consent.grpc.GovernanceSuppressions;
import org.masterplan.profiles.consent.mongo.MongoConsents;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.export.app.HandingOut;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Retrospect;
import org.masterplan.profiles.identity.app.Succession;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.Correcting;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.FollowedConsents;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.NarrowLists;
import org.masterplan.profiles.profile.app.Overview;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.profile.app.OwnSeats;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.profile.app.Rounds;
import org.masterplan.profiles.profile.app.RuleBook;
import org.masterplan.profiles.profile.app.Segments;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.profile.grpc.ProfileGrpcService;
import org.masterplan.profiles.profile.grpc.RegistrySegments;
import org.masterplan.profiles.profile.mongo.MongoCards;
import org.masterplan.profiles.query.app.Lineages;
import org.masterplan.profiles.source.app.BrokenOff;
import org.masterplan.profiles.source.app.Counting;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.PushMarks;
import org.masterplan.profiles.source.app.Pushing;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.Rectifying;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.app.UnderWay;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.source.grpc.RecordPushes;
import org.masterplan.profiles.source.grpc.RegistryUnits;
import org.masterplan.profiles.source.grpc.SourceGrpcService;
import org.masterplan.profiles.source.grpc.SpooledBodies;
import org.masterplan.profiles.source.jobs.LoadWork;
import org.masterplan.profiles.source.mongo.MongoPushMarks;
import org.masterplan.profiles.source.mongo.MongoRecords;
import org.masterplan.profiles.source.mongo.MongoRejectedRows;
import org.masterplan.profiles.source.mongo.MongoSources;
import org.masterplan.profiles.source.mongo.MongoTombstones;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.grpc.client.GrpcChannelFactory;

/** What customer profiles are made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustomerProfilesProperties.class)
@Import({
  ProfilesSchema.class,
  ProfilesFollowers.class,
  ProfilesIdentity.class,
  ProfilesConnections.class,
  ProfilesAudience.class,
  ProfilesDealings.class,
  ProfilesExports.class,
  ProfilesTouches.class,
  ProfilesEffects.class,
  ProfilesSnapshots.class,
  ProfilesPrivacy.class,
  ProfilesReplacement.class,
  ProfilesReview.class,
  ProfilesSealing.class,
  ProfilesGolden.class,
  ProfilesCensus.class,
  ProfilesRequests.class
})
class CustomerProfilesConfiguration {
  private static final Duration SWEEP = Duration.ofHours(1);
  private static final Duration COUNTING = Duration.ofSeconds(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  @Bean
  Loading.Stores loadingStores(
      MongoDatabase database,
      Spool spool,
      Uploads uploads,
      CustomerProfilesProperties properties,
      Sealing sealing,
      Clock clock) {
    return new Loading.Stores(
        new SpooledBodies(spool, uploads),
        new MongoRecords(database, sealing),
        new MongoRejectedRows(database, sealing, clock),
        new MongoTombstones(database, SecretFile.read(properties.tombstoneKeyFile()), clock),
        new MongoPushMarks(database));
  }

  @Bean
  Records records(Loading.Stores stores) {
    return stores.records();
  }

  @Bean
  Sources sources(MongoDatabase database) {
    return new MongoSources(database);
  }

  @Bean
  SourceRegister sourceRegister(
      Sources sources,
      GrpcChannelFactory channels,
      CustomerProfilesProperties properties,
      Clock clock) {
    var registry = channels.createChannel("community-registry");
    return new SourceRegister(sources, new RegistryUnits(registry, properties.deadline()), clock);
  }

  @Bean
  Reading reading(
      Identity identity, Records records, Sources sources, RuleBook book, SourceRegister register) {
    var reading = new Reading(identity, records, sources, book::current);
    register.onTrustChange(reading::trustChanged);
    return reading;
  }

  @Bean
  Cards cards(MongoDatabase database, Sealing sealing) {
    return new MongoCards(database, sealing);
  }

  @Bean
  Projection projection(Identity identity, Reading reading, Cards cards) {
    var projection = new Projection(identity, reading, cards);
    projection.catchUp();
    return projection;
  }

  @Bean
  Rounds rounds(Identity identity, Projection projection) {
    return new Rounds(identity::resolve, projection::show);
  }

  @Bean
  Loading loading(
      SourceRegister register,
      Loading.Stores stores,
      Rounds rounds,
      Succession succession,
      Projection projection,
      Clock clock) {
    BiConsumer<List<SourceRecord>, String> learning =
        (_, _) -> {
          projection.note();
          if (succession.learn()) {
            projection.catchUp();
          }
        };
    return new Loading(register, stores, rounds.andThen(learning), minting(clock));
  }

  @Bean
  PushMarks pushMarks(Loading.Stores stores) {
    return stores.marks();
  }

  @Bean
  Pushing pushing(
      SourceRegister register,
      Loading.Stores stores,
      PushMarks marks,
      Rounds rounds,
      Projection projection,
      Clock clock) {
    var deciding = new Pushing.Deciding(rounds, projection::note);
    return new Pushing(register, stores, marks, deciding, minting(clock));
  }

  @Bean
  Rectifying rectifying(
      SourceRegister register,
      Loading.Stores stores,
      Pushing pushing,
      AuditNotes notes,
      Clock clock) {
    return new Rectifying(register, stores, pushing, new Rectifying.Noting(notes::add, clock));
  }

  private static Loading.Minting minting(Clock clock) {
    return new Loading.Minting(() -> RANDOM.nextLong(1, Long.MAX_VALUE), clock);
  }

  @Bean
  Segments segments(
      GrpcChannelFactory channels, CustomerProfilesProperties properties, Clock clock) {
    return new RegistrySegments(
        channels.createChannel("community-registry"), properties.deadline(), clock);
  }

  @Bean
  GovernanceSuppressions suppressions(
      GrpcChannelFactory channels, CustomerProfilesProperties properties) {
    return new GovernanceSuppressions(
        channels.createChannel("message-governance"), properties.deadline());
  }

  @Bean
  Consents consents(MongoDatabase database, Reading reading, Cards cards) {
    return new FollowedConsents(new MongoConsents(database), reading, cards);
  }

  @Bean
  ConsentLedger consentLedger(
      Consents consents, Suppressions suppressions, Reading reading, Clock clock) {
    return new ConsentLedger(consents, suppressions, reading, clock);
  }

  @Bean
  Sight sight(AuditNotes notes, Clock clock) {
    return new Sight((names, entry) -> notes.add(String.join(" ", names), entry), clock);
  }

  @Bean
  Membering membering(Segments segments, Cards cards) {
    return new Membering(segments, cards);
  }

  @Bean
  Desk desk(
      Reading reading,
      Cards cards,
      ConsentLedger consents,
      Membering membering,
      OwnSeats seats,
      Sight sight,
      Sources sources,
      NarrowLists narrow) {
    var own = new OwnPeople(sources);
    var around = new Desk.Around(consents, membering, seats, sight, own, narrow);
    return new Desk(reading, cards, around);
  }

  @Bean
  LoadWork loadWork(Loading loading) throws UnknownHostException {
    return new LoadWork(loading, InetAddress.getLocalHost().getHostName());
  }

  /** Withdrawals that governance could not be told are told until it has heard them. */
  @Bean
  Job withdrawalJob(ConsentLedger consents, CustomerProfilesProperties properties) {
    return new Job("withdrawals", properties.takeUp(), held -> runAsService(consents::tellUntold));
  }

  /** Rejected rows may be personal, and are not kept for ever. */
  @Bean
  Job rejectedRowsJob(Loading.Stores stores) {
    return new Job("rejected-rows", SWEEP, held -> stores.rejectedRows().sweep());
  }

  /** What sources hold that rows are pushed into. */
  @Bean
  Job countingJob(
      Counting counting, PushMarks marks, Loading.Stores stores, Rounds rounds, Identity identity) {
    var brokenOff = new BrokenOff(stores, rounds, new Retrospect(identity));
    return new Job("source-counts", COUNTING, held -> counting.round(marks, brokenOff));
  }

  @Bean
  Counting counting(SourceRegister register, Loading.Stores stores, Clock clock) {
    return new Counting(register, stores, clock);
  }

  private static void runAsService(Runnable work) {
    Caller.runAsService("customer-profiles", work);
  }

  @Bean
  SourceGrpcService sourceService(
      SourceRegister register,
      Loading.Stores stores,
      Reading reading,
      Sight sight,
      Pushing pushing,
      Rectifying rectifying,
      Operations operations,
      LoadWork loads,
      Spool spool,
      Uploads uploads) {
    var use =
        new SourceGrpcService.UseCases(
            register,
            new LoadDesk(register, stores.bodies(), () -> "replay-" + UUID.randomUUID()),
            stores.records(),
            stores.rejectedRows(),
            reading,
            sight,
            new RecordPushes(pushing, reading),
            rectifying,
            new UnderWay(stores.marks()),
            (load, bytes) -> loads.start(operations, load, bytes));
    return new SourceGrpcService(use, spool, uploads);
  }

  @Bean
  ProfileGrpcService profileService(
      Reading reading,
      Desk desk,
      Identity identity,
      Records records,
      Projection projection,
      Membering membering,
      Cards cards,
      Overview overview,
      CountingParts parts,
      Lineages lineages,
      HandingOut files,
      Sources sources) {
    return new ProfileGrpcService(
        new ProfileGrpcService.UseCases(
            reading,
            desk,
            new Resolving(identity, records),
            new Correcting(identity, reading, projection),
            membering,
            cards,
            overview,
            parts,
            lineages,
            files,
            new Accounts(sources)));
  }

  @Bean
  ConsentImporter consentImporter(ConsentLedger ledger, Loading.Stores stores, Clock clock) {
    return new ConsentImporter(
        new ConsentImport(stores.records(), ledger, stores.tombstones(), clock));
  }

  @Bean
  DoNotCallImporter doNotCallImporter(Bars bars, Reading reading, CallNotes notes) {
    return new DoNotCallImporter(new DoNotCall(bars, reading), notes);
  }

  @Bean
  ConsentGrpcService consentService(
      ConsentLedger ledger,
      Desk desk,
      ConsentImporter importer,
      DoNotCallImporter doNotCall,
      Spool spool,
      Uploads uploads,
      Rejects rejects) {
    var intake = new ConsentGrpcService.Intake(spool, uploads, rejects);
    var words = new ConsentGrpcService.Words(ledger, desk);
    return new ConsentGrpcService(words, importer, doNotCall, intake);
  }
}
