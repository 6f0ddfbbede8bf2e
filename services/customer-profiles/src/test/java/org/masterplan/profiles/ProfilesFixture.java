package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.operation.OperationRunner;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.OperationsGrpcService;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.consent.app.ConsentImport;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.app.Suppressions;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.grpc.ConsentGrpcService;
import org.masterplan.profiles.consent.mongo.MongoConsents;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.identity.mongo.MongoJournal;
import org.masterplan.profiles.privacy.app.Holders;
import org.masterplan.profiles.privacy.app.OwnHoldings;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.grpc.PersonDataGrpcService;
import org.masterplan.profiles.privacy.grpc.PrivacyGrpcService;
import org.masterplan.profiles.privacy.jobs.EraseWork;
import org.masterplan.profiles.privacy.mongo.MongoErasures;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Correcting;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.Memberships;
import org.masterplan.profiles.profile.app.Overview;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.profile.app.Segments;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.profile.grpc.ProfileGrpcService;
import org.masterplan.profiles.profile.mongo.MongoCards;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.grpc.SourceGrpcService;
import org.masterplan.profiles.source.grpc.SpooledBodies;
import org.masterplan.profiles.source.jobs.LoadWork;
import org.masterplan.profiles.source.mongo.MongoRecords;
import org.masterplan.profiles.source.mongo.MongoRejectedRows;
import org.masterplan.profiles.source.mongo.MongoSources;
import org.masterplan.profiles.source.mongo.MongoTombstones;

/** The whole service on a test database; only the other services are stand-ins. */
final class ProfilesFixture implements AutoCloseable {
  static final Actor DATA = actor(Role.DATA_TEAM, "");
  static final Actor DATA_WITH_PURPOSE = actor(Role.DATA_TEAM, "checking a merge");
  static final Actor PRIVACY = actor(Role.PRIVACY_OFFICER, "request 17");
  static final Actor CMO = actor(Role.CMO, "");
  static final Actor SERVICE = Actor.service("message-governance");

  final MongoDatabase database = MongoTestServer.database("profiles");
  final List<String> told = new ArrayList<>();
  final List<String> away = new ArrayList<>();
  final Identity identity;
  final Projection projection;
  final GrpcTest grpc;
  final Runnable takeUp;
  private final OperationRunner runner;
  private final AtomicLong numbers = new AtomicLong(41);

  static Actor actor(Role role, String purpose) {
    return new Actor(
        role.name().toLowerCase(java.util.Locale.ROOT), Set.of(role), Set.of(), purpose);
  }

  ProfilesFixture(Path folder) {
    var clock = Clock.systemUTC();
    var indexes = new ArrayList<>(MongoRecords.indexes());
    indexes.addAll(List.of(MongoSources.indexes(), MongoCards.indexes(), MongoConsents.indexes()));
    CollectionIndexes.create(database, indexes);
    var records = new MongoRecords(database);
    var sources = new MongoSources(database);
    var journal = new MongoJournal(database);
    var cards = new MongoCards(database);
    identity =
        new Identity(
            journal,
            new ExactMatching(),
            records,
            new Identity.Minting(numbers::incrementAndGet, clock));
    identity.open();
    var reading = new Reading(identity, records, sources);
    projection = new Projection(journal, identity, reading, cards);
    var spool = new Spool(folder, Limits.usual());
    var uploads = new Uploads(Limits.usual());
    var tombstones =
        new MongoTombstones(database, "a secret of sixteen".getBytes(StandardCharsets.UTF_8));
    var stores =
        new Loading.Stores(
            new SpooledBodies(spool, uploads),
            records,
            new MongoRejectedRows(database),
            tombstones);
    var register = new SourceRegister(sources, clock);
    java.util.function.Supplier<String> operations =
        () -> "profiles-%09d".formatted(numbers.incrementAndGet());
    var loading =
        new Loading(
            register,
            stores,
            (batch, actor) -> {
              identity.resolve(batch, actor);
              projection.catchUp(batch);
            },
            new Loading.Minting(numbers::incrementAndGet, clock));
    var consents = new MongoConsents(database);
    var ledger = new ConsentLedger(consents, this::tell, reading, clock);
    var notes = new AuditNotes(database, operations);
    var sight = new Sight((names, entry) -> notes.add(String.join(" ", names), entry), clock);
    var membering = new Membering(ProfilesFixture::segments, cards);
    Memberships memberships =
        profiles ->
            List.of(
                new Memberships.Membership(
                    "communities/me-bim", "communities/me-bim/members/m-1", "2024-01-02", ""));
    var desk = new Desk(reading, cards, new Desk.Around(ledger, membering, memberships, sight));
    var own =
        new OwnHoldings(
            reading, new OwnHoldings.Stores(records, consents, tombstones), identity, projection);
    var erasures = new MongoErasures(database);
    var privacy =
        new PrivacyDesk(
            reading, erasures, new Others(own), new PrivacyDesk.Minting(operations, clock));
    var works = new Operations(database, "customer-profiles", clock);
    var loads = new LoadWork(loading, "here");
    var leasing =
        new Leasing(new MongoLeases(database, clock), "here", Duration.ofSeconds(30), clock);
    runner =
        new OperationRunner(
            works, "customer-profiles", leasing, List.of(loads, new EraseWork(privacy)));
    runner.start();
    grpc =
        GrpcTest.serving(
            new SourceGrpcService(
                new SourceGrpcService.UseCases(
                    register,
                    new LoadDesk(register, stores.bodies(), operations),
                    records,
                    stores.rejectedRows(),
                    reading,
                    sight,
                    (load, bytes) ->
                        works.start(LoadWork.KIND, load.id(), loads.payload(load, bytes))),
                spool,
                uploads),
            new ProfileGrpcService(
                new ProfileGrpcService.UseCases(
                    reading,
                    desk,
                    new Resolving(identity, records),
                    new Correcting(identity, reading, projection),
                    membering,
                    cards,
                    new Overview(register, records, identity, clock))),
            new ConsentGrpcService(
                ledger, new ConsentImport(records, ledger, clock), spool, uploads),
            new PrivacyGrpcService(
                privacy,
                sight,
                e -> works.start(EraseWork.KIND, e.id(), EraseWork.payload(e)),
                clock),
            new PersonDataGrpcService(own),
            new OperationsGrpcService(works));
    takeUp = () -> EraseWork.takeUp(privacy, works);
  }

  private void tell(Suppressions.Person person, Consent consent) {
    refuseIfAway("message-governance");
    told.add(consent.state() + " " + consent.channel() + " " + person.phones());
  }

  private void refuseIfAway(String service) {
    if (away.contains(service)) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", service));
    }
  }

  private static List<Segments.Segment> segments() {
    var young = new Filter.Compare(CardFields.BIRTH_YEAR, Filter.Op.GE, new Value.Number(1990));
    return List.of(new Segments.Segment("segments/young", young));
  }

  @Override
  public void close() {
    runner.close();
    grpc.close();
  }

  /** The registry stands in for every other service. */
  private final class Others implements Holders {
    private final OwnHoldings own;

    Others(OwnHoldings own) {
      this.own = own;
    }

    @Override
    public List<String> services() {
      return List.of("community-registry", "customer-profiles");
    }

    @Override
    public long erase(String service, PersonKeys person, String reason) {
      refuseIfAway(service);
      return service.equals("customer-profiles") ? own.erase(person, "service", reason) : 3;
    }

    @Override
    public List<Holding> export(String service, PersonKeys person) {
      refuseIfAway(service);
      return service.equals("customer-profiles") ? own.export(person) : List.of();
    }
  }
}
