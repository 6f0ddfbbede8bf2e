package org.masterplan.governance;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.masterplan.governance.contact.app.Consents;
import org.masterplan.governance.contact.app.Contacts;
import org.masterplan.governance.contact.app.Ledger;
import org.masterplan.governance.contact.app.PersonalData;
import org.masterplan.governance.contact.app.Suppressing;
import org.masterplan.governance.contact.app.Touching;
import org.masterplan.governance.contact.app.Trail;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.Judge;
import org.masterplan.governance.contact.domain.KeyedDraw;
import org.masterplan.governance.contact.grpc.ContactGrpcService;
import org.masterplan.governance.contact.grpc.LedgerPersonData;
import org.masterplan.governance.contact.grpc.ProfileConsents;
import org.masterplan.governance.contact.grpc.SuppressionGrpcService;
import org.masterplan.governance.contact.mongo.MongoAccounts;
import org.masterplan.governance.contact.mongo.MongoReservations;
import org.masterplan.governance.message.app.Addressed;
import org.masterplan.governance.message.app.Checking;
import org.masterplan.governance.message.app.Colliding;
import org.masterplan.governance.message.app.Contacting;
import org.masterplan.governance.message.app.MessageOrigins;
import org.masterplan.governance.message.app.PlannedTimes;
import org.masterplan.governance.message.app.Planning;
import org.masterplan.governance.message.app.Summarising;
import org.masterplan.governance.message.app.TellingDecisions;
import org.masterplan.governance.message.app.Versioned;
import org.masterplan.governance.message.domain.MessageRules;
import org.masterplan.governance.message.grpc.AskedAudiences;
import org.masterplan.governance.message.grpc.AskedPurposes;
import org.masterplan.governance.message.grpc.AskedUnits;
import org.masterplan.governance.message.grpc.MessageGrpcService;
import org.masterplan.governance.message.jobs.ContactWork;
import org.masterplan.governance.message.jobs.DecisionFeed;
import org.masterplan.governance.message.mongo.MongoMessages;
import org.masterplan.governance.message.mongo.MongoReaches;
import org.masterplan.governance.message.mongo.MongoSnapshots;
import org.masterplan.governance.policy.domain.Policy;
import org.masterplan.governance.policy.grpc.PolicyGrpcService;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.Feed;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.migration.Migration;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.person.SecretFile;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.MemberServiceGrpc;
import org.masterplan.registry.v1.OrganisationServiceGrpc;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** What message governance is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GovernanceProperties.class)
class GovernanceConfiguration {

  @Bean
  CollectionIndexes reservationIndexes() {
    return MongoReservations.indexes();
  }

  @Bean
  CollectionIndexes messageIndexes() {
    return MongoMessages.indexes();
  }

  @Bean
  CollectionIndexes reachIndexes() {
    return MongoReaches.indexes();
  }

  @Bean
  CollectionIndexes audienceIndexes() {
    return MongoSnapshots.indexes();
  }

  @Bean
  ContactRules contactRules(
      GovernanceProperties properties, @Value("${masterplan.zone}") ZoneId zone) {
    var draw = new KeyedDraw(SecretFile.read(properties.keyFile()));
    return new ContactRules(properties.limits(zone), draw);
  }

  @Bean
  Ledger.Store ledgerStore(MongoDatabase database) {
    return new Ledger.Store(new MongoAccounts(database), new MongoReservations(database));
  }

  @Bean
  Ledger ledger(
      Ledger.Store store, ContactRules rules, Clock clock, GovernanceProperties properties) {
    return new Ledger(store, new Judge(rules), clock, properties.hold());
  }

  @Bean
  Consents consents(GrpcChannelFactory channels) {
    var channel = channels.createChannel("customer-profiles");
    return new ProfileConsents(ProfileServiceGrpc.newBlockingStub(channel));
  }

  @Bean
  Checking.World world(MongoDatabase database, Consents consents, GrpcChannelFactory channels) {
    var profiles = channels.createChannel("customer-profiles");
    var registry = channels.createChannel("community-registry");
    return new Checking.World(
        new AskedAudiences(
            MemberServiceGrpc.newBlockingStub(registry),
            ProfileServiceGrpc.newBlockingStub(profiles)),
        new AskedPurposes(CommunityServiceGrpc.newBlockingStub(registry)),
        new AskedUnits(OrganisationServiceGrpc.newBlockingStub(registry)),
        consents,
        new MongoSnapshots(database, () -> UUID.randomUUID().toString()));
  }

  @Bean
  Contacting.Plan plan(MongoDatabase database) {
    return new Contacting.Plan(new MongoMessages(database), new MongoReaches(database));
  }

  @Bean
  Contacting contacting(
      Contacting.Plan plan, Checking.World world, Ledger ledger, Ledger.Store store, Clock clock) {
    return new Contacting(plan, world, ledger, store.reservations(), clock);
  }

  @Bean
  ContactWork contactWork(Contacting contacting, Contacting.Plan plan, Operations operations) {
    return new ContactWork(contacting, plan.reaches(), operations);
  }

  @Bean
  Job contactJob(ContactWork work, GovernanceProperties properties) {
    return new Job("contacts", properties.sweep(), work::sweep);
  }

  @Bean
  TellingDecisions telling(Tidings tidings) {
    return new TellingDecisions(tidings);
  }

  /** Its own changes: what could not be told when it was decided is told from them. */
  @Bean
  Feed<Versioned> ownMessages(Contacting.Plan plan, TellingDecisions telling) {
    return new DecisionFeed(plan.messages(), telling);
  }

  @Bean
  OfferedFeed messageFeed(MongoDatabase database) {
    var messages = new MongoMessages(database);
    return new OfferedFeed("messages", () -> Digest.of(messages::eachRevision));
  }

  /** The first schema: rows kept before it are found for their person, too. */
  @Bean
  Migration firstSchema() {
    return new Migration(1, "kept rows are found by their person", Rejects::findByPerson);
  }

  @Bean
  Trail trail(AuditNotes notes, Clock clock) {
    return new Trail(notes::add, clock);
  }

  @Bean
  MessageGrpcService messageService(
      Contacting.Plan plan,
      Checking.World world,
      Ledger ledger,
      ContactWork work,
      TellingDecisions telling,
      Clock clock,
      @Value("${masterplan.zone}") ZoneId zone) {
    var told = new Planning.Told(work, telling);
    var colliding = new Colliding(plan.messages(), world.snapshots(), clock, zone);
    var cases =
        new MessageGrpcService.UseCases(
            new Planning(plan, world, told, new PlannedTimes(clock, zone)),
            new Checking(world, ledger, colliding, clock),
            colliding,
            new Summarising(plan, colliding, clock, zone));
    return new MessageGrpcService(cases, plan, world.snapshots());
  }

  @Bean
  ContactGrpcService contactService(
      Contacting.Plan plan,
      Checking.World world,
      Ledger ledger,
      Ledger.Store store,
      Consents consents,
      Trail trail) {
    var origins = new MessageOrigins(plan.messages(), world.purposes());
    var cases =
        new ContactGrpcService.UseCases(
            new Contacts(ledger, consents, origins),
            ledger,
            new Touching(store.reservations(), new Addressed(plan.messages())::communities));
    return new ContactGrpcService(cases, trail, () -> UUID.randomUUID().toString());
  }

  @Bean
  SuppressionGrpcService suppressionService(Ledger.Store store, Trail trail, Clock clock) {
    return new SuppressionGrpcService(new Suppressing(store, clock), trail, clock);
  }

  @Bean
  PolicyGrpcService policyService(ContactRules rules) {
    return new PolicyGrpcService(policies(rules));
  }

  /** A rule that is asked both of messages and of contacts is shown once. */
  private static List<Policy> policies(ContactRules rules) {
    var all = new LinkedHashMap<String, Policy>();
    rules.policies().forEach(p -> all.put(p.id(), p));
    MessageRules.all().forEach(r -> all.putIfAbsent(r.policy().id(), r.policy()));
    return List.copyOf(all.values());
  }

  @Bean
  LedgerPersonData personData(Ledger.Store store, Checking.World world, Trail trail) {
    var snapshots = world.snapshots();
    return new LedgerPersonData(
        new PersonalData(store),
        new LedgerPersonData.Audiences(snapshots::move, snapshots::remove),
        trail);
  }
}
