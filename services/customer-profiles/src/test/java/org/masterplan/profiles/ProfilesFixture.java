package org.masterplan.profiles;

import com.mongodb.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.ImportGrpcService;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Replays;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.operation.OperationRunner;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.OperationsGrpcService;
import org.masterplan.platform.operation.Work;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.profiles.audience.grpc.AudienceGrpcService;
import org.masterplan.profiles.connection.app.ConnectionDesk;
import org.masterplan.profiles.connection.grpc.ConnectionGrpcService;
import org.masterplan.profiles.connection.jdbc.Folder;
import org.masterplan.profiles.connection.jdbc.JdbcDatabases;
import org.masterplan.profiles.connection.jdbc.Reach;
import org.masterplan.profiles.connection.jobs.CompareWork;
import org.masterplan.profiles.connection.jobs.PullWork;
import org.masterplan.profiles.connection.mongo.MongoConnections;
import org.masterplan.profiles.consent.app.Bars;
import org.masterplan.profiles.consent.app.ConsentImport;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.app.DoNotCall;
import org.masterplan.profiles.consent.app.Suppressions;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.grpc.ConsentGrpcService;
import org.masterplan.profiles.consent.grpc.ConsentImporter;
import org.masterplan.profiles.consent.grpc.DoNotCallImporter;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.dealing.grpc.DealingGrpcService;
import org.masterplan.profiles.privacy.grpc.PersonDataGrpcService;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Correcting;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.FollowedConsents;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.Overview;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.profile.app.OwnSeats;
import org.masterplan.profiles.profile.app.Resolving;
import org.masterplan.profiles.profile.app.Segments;
import org.masterplan.profiles.profile.app.Sight;
import org.masterplan.profiles.profile.domain.GoldenRules;
import org.masterplan.profiles.profile.grpc.ProfileGrpcService;
import org.masterplan.profiles.query.app.AroundLists;
import org.masterplan.profiles.query.app.Lineages;
import org.masterplan.profiles.query.app.OwnLists;
import org.masterplan.profiles.replacement.app.GiveBack;
import org.masterplan.profiles.replacement.app.Replacing;
import org.masterplan.profiles.replacement.grpc.ReplacementGrpcService;
import org.masterplan.profiles.request.grpc.PrivacyRequestGrpcService;
import org.masterplan.profiles.snapshot.grpc.SnapshotGrpcService;
import org.masterplan.profiles.snapshot.grpc.SnapshotProtos;
import org.masterplan.profiles.snapshot.jobs.SnapshotWork;
import org.masterplan.profiles.source.app.LoadDesk;
import org.masterplan.profiles.source.app.Loading;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.Rectifying;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.app.StillHeld;
import org.masterplan.profiles.source.app.UnderWay;
import org.masterplan.profiles.source.domain.Ways;
import org.masterplan.profiles.source.grpc.RecordPushes;
import org.masterplan.profiles.source.grpc.SourceGrpcService;
import org.masterplan.profiles.source.grpc.SpooledBodies;
import org.masterplan.profiles.source.jobs.LoadWork;
import org.masterplan.profiles.source.mongo.MongoGoneRecords;
import org.masterplan.profiles.touch.app.OwnPlaces;
import org.masterplan.profiles.touch.app.Surveying;
import org.masterplan.profiles.touch.grpc.FragmentationGrpcService;

/** The whole service on a test database; only the other services are stand-ins. */
final class ProfilesFixture implements AutoCloseable {
  static final Actor DATA = actor(Role.DATA_TEAM, "");
  static final Actor DATA_WITH_PURPOSE = actor(Role.DATA_TEAM, "checking a merge");
  static final Actor PRIVACY = actor(Role.PRIVACY_OFFICER, "request 17");
  static final Actor CMO = actor(Role.CMO, "");
  static final Actor ADMINISTRATOR = actor(Role.ADMINISTRATOR, "");
  static final Actor DAIRY =
      new Actor("quan@dairy", Set.of(Role.BUSINESS_UNIT), Set.of("dairy"), "");
  static final Actor SERVICE = Actor.service("message-governance");

  final StoredProfiles stored;
  final MongoDatabase database;
  final List<String> told = new CopyOnWriteArrayList<>();
  final List<String> away = new ArrayList<>();
  private final Set<String> register = new HashSet<>();
  final GrpcTest grpc;
  Runnable amidConsents = () -> {};
  final ConsentImporter consents;
  final Runnable takeUp;
  final Runnable tellUntold = this::tellUntold;
  final PlanStandIn plan = new PlanStandIn();
  final SeatsStandIn seats = new SeatsStandIn();
  final FileFixture files;
  final DealingFixture dealings;
  final PrivacyFixture privacy;
  private final Supplier<String> names;
  private final Sight sight;
  private final ConsentLedger ledger;
  final Rejects rejects;
  private final Operations works;
  private final Uploads uploads = new Uploads(Limits.usual());
  private final OperationRunner runner;

  static Actor actor(Role role, String purpose) {
    return new Actor(
        role.name().toLowerCase(java.util.Locale.ROOT), Set.of(role), Set.of(), purpose);
  }

  ProfilesFixture(Path folder) {
    this(folder, new StoredProfiles("profiles"));
  }

  ProfilesFixture(Path folder, StoredProfiles on) {
    stored = on;
    database = stored.database;
    names = () -> "profiles-%09d".formatted(on.numbers.incrementAndGet());
    sight = sight();
    ledger = consentLedger();
    rejects = new Rejects(database, stored.sealing, stored.clock);
    works = new Operations(database, "profiles", stored.clock);
    var spool = new Spool(folder, Limits.usual());
    var stores = stored.stores(new SpooledBodies(spool, uploads));
    privacy = privacy();
    var loading = stored.loading(stores);
    var loads = new LoadWork(loading, "here");
    var connections = connections(folder);
    var pulls = pullWork(connections, stores, loading, spool);
    var erases = privacy.erasing();
    dealings = new DealingFixture(stored, plan, sight, intake(spool));
    files = FileFixture.in(folder.resolve("snapshots"), stored, ledger, segments(), plan);
    runner = runner(kinds(List.of(loads, pulls, erases), connections));
    consents = consentImporter();
    grpc =
        GrpcTest.serving(
            new SourceGrpcService(sourceUse(stores, loads), spool, uploads),
            new ProfileGrpcService(profileUse()),
            consentService(spool, uploads),
            importService(),
            privacy.service(sight, privacy.requests(ledger)),
            new PrivacyRequestGrpcService(privacy.requests(ledger)),
            new PersonDataGrpcService(privacy.own),
            new ConnectionGrpcService(connections, works, names),
            replacementService(stores),
            files.exports,
            dealings.service(profileUse().desk()),
            audienceService(),
            fragmentationService(),
            dealings.effects(stored, plan),
            new SnapshotGrpcService(files.snapshots, works, names),
            new OperationsGrpcService(works));
    takeUp = () -> erases.takeUp(works);
  }

  private DealingGrpcService.Intake intake(Spool spool) {
    return new DealingGrpcService.Intake(spool, uploads, rejects);
  }

  private PrivacyFixture privacy() {
    var means = new PrivacyFixture.Means(names, works, rejects);
    return new PrivacyFixture(stored, means, this::refuseIfAway);
  }

  private ConsentLedger consentLedger() {
    var followed = new FollowedConsents(stored.consents, stored.reading, stored.cards);
    return new ConsentLedger(followed, new Told(), stored.reading, stored.clock);
  }

  private PullWork pullWork(
      ConnectionDesk connections, Loading.Stores stores, Loading loading, Spool spool) {
    var desk = new LoadDesk(stored.register, stores.bodies(), names);
    return new PullWork(connections, new PullWork.Intake(desk, loading, spool), stored.clock);
  }

  private List<Work> kinds(List<Work> some, ConnectionDesk connections) {
    var all = new ArrayList<>(some);
    var held = new StillHeld(stored.register, stored.records);
    all.add(new CompareWork(connections, stored.records, held, stored.clock));
    all.add(new SnapshotWork(files.snapshots, SnapshotProtos::message));
    return all;
  }

  private ConsentImporter consentImporter() {
    return new ConsentImporter(
        new ConsentImport(interrupted(), ledger, stored.tombstones, stored.clock));
  }

  private ConsentGrpcService consentService(Spool spool, Uploads uploads) {
    var words = new ConsentGrpcService.Words(ledger, profileUse().desk());
    return new ConsentGrpcService(
        words, consents, doNotCall(), new ConsentGrpcService.Intake(spool, uploads, rejects));
  }

  private DoNotCallImporter doNotCall() {
    var notes = new CallNotes(new AuditNotes(database, names), stored.clock);
    return new DoNotCallImporter(new DoNotCall(new Told(), stored.reading), notes);
  }

  private void tellUntold() {
    ledger.tellUntold();
  }

  private AudienceGrpcService audienceService() {
    return new AudienceGrpcService(plan.knowing(stored, profileUse().desk(), ledger));
  }

  private FragmentationGrpcService fragmentationService() {
    var touches = dealings.touches(stored, plan);
    var surveying =
        new Surveying(touches, stored.reading, stored.identity, stored.clock, Duration.ZERO);
    return new FragmentationGrpcService(touches, surveying, profileUse().desk());
  }

  private ImportGrpcService importService() {
    return new ImportGrpcService(
        new Replays(rejects, List.of(consents, dealings.importer), names),
        new CallNotes(new AuditNotes(database, names), stored.clock));
  }

  /** By which values are chosen, as far as the file that is given back goes by them. */
  GoldenRules rules = GoldenRules.USUAL;

  private ReplacementGrpcService replacementService(Loading.Stores stores) {
    return new ReplacementGrpcService(
        new Replacing(stored.register, stores, stored.marks, stored.clock),
        new GiveBack(
            stored.register,
            new GiveBack.Held(stores.records(), new MongoGoneRecords(database)),
            new GiveBack.Plan(stored.reading, stored.journal, () -> rules)),
        sight,
        files.handing);
  }

  /** The source has gone its whole way. */
  void retire(String source) {
    var name = new ResourceName("sources", source);
    var act = new SourceRegister.Act(DATA, "SOURCE_ADVANCED", List.of("state"), "a test");
    Ways.STEPS.forEach(step -> stored.register.changeNewest(name, step, act));
  }

  /** Databases on this machine, files and secrets of that folder. */
  private ConnectionDesk connections(Path folder) {
    var reach =
        new Reach(
            new AddressPolicy(List.of("127.0.0.1", "localhost"), true),
            false,
            Folder.named(folder.resolve("secrets").toString()),
            Folder.named(folder.resolve("files").toString()),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1));
    var databases = new JdbcDatabases(reach, stored.clock, 1_000_000);
    return new ConnectionDesk(
        stored.register, new MongoConnections(database), databases, stored.clock);
  }

  /** The records, but something happens before any is found. */
  private Records interrupted() {
    return (Records)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            new Class<?>[] {Records.class},
            (_, method, arguments) -> {
              if (method.getName().equals("find")) {
                amidConsents.run();
              }
              return method.invoke(stored.records, arguments);
            });
  }

  private Sight sight() {
    var notes = new AuditNotes(database, names);
    return new Sight((seen, entry) -> notes.add(String.join(" ", seen), entry), stored.clock);
  }

  private OperationRunner runner(List<Work> kinds) {
    var leases = new MongoLeases(database, stored.clock);
    var leasing = new Leasing(leases, "here", Duration.ofSeconds(30), stored.clock);
    var begun = new OperationRunner(works, "customer-profiles", leasing, kinds);
    begun.start();
    return begun;
  }

  private SourceGrpcService.UseCases sourceUse(Loading.Stores stores, LoadWork loads) {
    return new SourceGrpcService.UseCases(
        stored.register,
        new LoadDesk(stored.register, stores.bodies(), names),
        stored.records,
        stores.rejectedRows(),
        stored.reading,
        sight,
        new RecordPushes(stored.pushing(stores), stored.reading),
        rectifying(stores),
        new UnderWay(stored.marks),
        (load, bytes) -> loads.start(works, load, bytes));
  }

  private Rectifying rectifying(Loading.Stores stores) {
    var noting = new Rectifying.Noting(new AuditNotes(database, names)::add, stored.clock);
    return new Rectifying(stored.register, stores, stored.pushing(stores), noting);
  }

  private ProfileGrpcService.UseCases profileUse() {
    var membering = new Membering(ProfilesFixture::segments, stored.cards);
    var own = new OwnPeople(stored.sources);
    var agreed = new AroundLists.Agreed(stored.consents, ledger);
    var lists = new AroundLists(stored.reading, plan, agreed, dealings.done);
    var narrow = new OwnLists(lists, new OwnPlaces(plan));
    var ownSeats = new OwnSeats(seats, plan::units);
    var around = new Desk.Around(ledger, membering, ownSeats, sight, own, narrow);
    return new ProfileGrpcService.UseCases(
        stored.reading,
        new Desk(stored.reading, stored.cards, around),
        new Resolving(stored.identity, stored.records),
        new Correcting(stored.identity, stored.reading, stored.projection),
        membering,
        stored.cards,
        new Overview(
            stored.register, stored.records, stored.identity, stored.counting(), stored.clock),
        stored.countingParts(),
        new Lineages(stored.sources, stored.identity, stored.clock),
        files.handing,
        new Accounts(stored.sources));
  }

  /** The ledger of governance. */
  private final class Told implements Suppressions, Bars {
    @Override
    public void tell(Person person, Consent consent) {
      refuseIfAway("message-governance");
      person.phones().forEach(ProfilesFixture.this::refuseIfAway);
      told.add(consent.state() + " " + consent.channel() + " " + person.phones());
    }

    @Override
    public void bar(Person person) {
      refuseIfAway("message-governance");
      told.add("BARRED " + person.profiles().size() + " " + person.phones());
      register.addAll(person.phones());
    }

    @Override
    public void unbar(Person person) {
      refuseIfAway("message-governance");
      told.add("UNBARRED " + person.profiles().size() + " " + person.phones());
      register.removeAll(person.phones());
    }

    @Override
    public boolean isBarred(List<String> phones) {
      refuseIfAway("message-governance");
      return phones.stream().anyMatch(register::contains);
    }
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
}
