package org.masterplan.registry;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.DistantFeed;
import org.masterplan.platform.feed.Feed;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.lease.Job;
import org.masterplan.platform.migration.Migration;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.notice.Notices;
import org.masterplan.platform.person.KeptRows;
import org.masterplan.platform.person.SecretFile;
import org.masterplan.registry.community.app.Adoption;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityHoldings;
import org.masterplan.registry.community.app.Directory;
import org.masterplan.registry.community.app.HealthWatch;
import org.masterplan.registry.community.app.Registry;
import org.masterplan.registry.community.app.TellingDecisions;
import org.masterplan.registry.community.grpc.AbandonmentHealthReports;
import org.masterplan.registry.community.grpc.CommunityGrpcService;
import org.masterplan.registry.community.grpc.CommunityUploads;
import org.masterplan.registry.community.grpc.HealthDigest;
import org.masterplan.registry.community.jobs.DecisionFeed;
import org.masterplan.registry.community.jobs.HealthFeed;
import org.masterplan.registry.community.mongo.MongoCommunities;
import org.masterplan.registry.member.app.MemberFigures;
import org.masterplan.registry.member.app.MemberHoldings;
import org.masterplan.registry.member.app.MemberImport;
import org.masterplan.registry.member.app.Recognition;
import org.masterplan.registry.member.app.Sight;
import org.masterplan.registry.member.grpc.MemberGrpcService;
import org.masterplan.registry.member.grpc.MemberPersonDataGrpcService;
import org.masterplan.registry.member.grpc.MemberUploads;
import org.masterplan.registry.member.grpc.ProfilesPeople;
import org.masterplan.registry.member.jobs.ProfileFeed;
import org.masterplan.registry.member.jobs.Revisits;
import org.masterplan.registry.member.mongo.MongoErased;
import org.masterplan.registry.member.mongo.MongoMembers;
import org.masterplan.registry.member.mongo.MongoSeats;
import org.masterplan.registry.member.mongo.MongoSeenProfiles;
import org.masterplan.registry.organisation.app.Organisation;
import org.masterplan.registry.organisation.domain.BusinessUnit;
import org.masterplan.registry.organisation.domain.Employee;
import org.masterplan.registry.organisation.grpc.OrganisationGrpcService;
import org.masterplan.registry.organisation.mongo.BusinessUnitDocument;
import org.masterplan.registry.organisation.mongo.EmployeeDocument;
import org.masterplan.registry.plan.app.ObjectiveReport;
import org.masterplan.registry.plan.app.PlanParts;
import org.masterplan.registry.plan.app.Reviews;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.plan.grpc.PlanGrpcService;
import org.masterplan.registry.plan.jobs.ReviewReminders;
import org.masterplan.registry.plan.mongo.PlanPartDocument;
import org.masterplan.registry.portfolio.app.PlanOnAPage;
import org.masterplan.registry.portfolio.grpc.GrpcNeighbours;
import org.masterplan.registry.portfolio.grpc.PortfolioGrpcService;
import org.masterplan.registry.resource.app.Resources;
import org.masterplan.registry.resource.mongo.MongoResources;
import org.masterplan.registry.resource.mongo.Shape;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** What the registry is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistryProperties.class)
class RegistryConfiguration {
  private static final String PROFILES = "customer-profiles";
  private static final String ABANDONMENT = "abandonment-detection";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The small resources, each in its collection. */
  record Stores(
      Resources<BusinessUnit> units,
      Resources<Employee> employees,
      Resources<PlanPart> segments,
      Resources<PlanPart> productLines,
      Resources<PlanPart> objectives) {}

  @Bean
  Stores stores(MongoDatabase database) {
    return new Stores(
        resources(database, "businessUnits", new BusinessUnitDocument()),
        resources(database, "employees", new EmployeeDocument()),
        resources(database, "segments", new PlanPartDocument("segments", "profile_filter")),
        resources(database, "productLines", new PlanPartDocument("productLines", "business_unit")),
        resources(database, "objectives", new PlanPartDocument("objectives", "detail")));
  }

  private static <T> Resources<T> resources(
      MongoDatabase database, String collection, Shape<T> shape) {
    return new MongoResources<>(database, collection, shape);
  }

  @Bean
  CollectionIndexes communityIndexes() {
    return MongoCommunities.indexes();
  }

  @Bean
  CollectionIndexes unitIndexes() {
    return byTitle("businessUnits");
  }

  @Bean
  CollectionIndexes employeeIndexes() {
    return byTitle("employees");
  }

  @Bean
  CollectionIndexes segmentIndexes() {
    return byTitle("segments");
  }

  @Bean
  CollectionIndexes productLineIndexes() {
    return byTitle("productLines");
  }

  @Bean
  CollectionIndexes objectiveIndexes() {
    return byTitle("objectives");
  }

  private static CollectionIndexes byTitle(String collection) {
    var indexes = new ArrayList<>(VersionedDocuments.indexes());
    var title = Indexes.ascending("keys.title", "_id");
    indexes.add(new IndexModel(title, new IndexOptions().name("title")));
    return new CollectionIndexes(collection, List.copyOf(indexes));
  }

  @Bean
  Communities communities(MongoDatabase database) {
    return new MongoCommunities(database);
  }

  @Bean
  Directory directory(Stores s) {
    return new StoredDirectory(
        s.units(), s.employees(), s.segments(), s.productLines(), s.objectives());
  }

  @Bean
  CommunityGrpcService communityService(Registry registry, CommunityUploads uploads) {
    return new CommunityGrpcService(registry, uploads);
  }

  @Bean
  Registry registry(
      Communities communities, Directory directory, TellingDecisions telling, Clock clock) {
    return new Registry(communities, directory, telling, clock);
  }

  @Bean
  TellingDecisions telling(Tidings tidings) {
    return new TellingDecisions(tidings);
  }

  /** Its own changes: what could not be told when it was decided is told from them. */
  @Bean
  Feed<?> ownCommunities(Communities communities, TellingDecisions telling) {
    return new DecisionFeed(communities, telling);
  }

  @Bean
  CommunityUploads communityUploads(
      Adoption adoption, Spool spool, Uploads uploads, Rejects rejects) {
    return new CommunityUploads(adoption, spool, uploads, rejects);
  }

  @Bean
  Adoption adoption(
      Communities communities,
      Directory directory,
      Clock clock,
      @Value("${masterplan.zone}") ZoneId zone) {
    return new Adoption(communities, directory, clock, zone);
  }

  @Bean
  OrganisationGrpcService organisationService(Stores stores, Communities communities, Clock clock) {
    var holdings = new CommunityHoldings(communities);
    var organisation = new Organisation(stores.units(), stores.employees(), holdings, clock);
    return new OrganisationGrpcService(organisation, stores.units(), stores.employees());
  }

  @Bean
  PlanGrpcService planService(
      Stores stores,
      Communities communities,
      Reviews reviews,
      Clock clock,
      @Value("${masterplan.zone}") ZoneId zone) {
    var parts =
        new PlanGrpcService.Parts(
            new PlanParts(stores.segments(), clock),
            new PlanParts(stores.productLines(), clock),
            new PlanParts(stores.objectives(), clock));
    var reports =
        new PlanGrpcService.Reports(
            () -> ObjectiveReport.of(stores.objectives(), communities),
            () -> reviews.on(LocalDate.ofInstant(clock.instant(), zone)));
    return new PlanGrpcService(parts, reports);
  }

  @Bean
  Reviews reviews(Communities communities) {
    return new Reviews(communities);
  }

  @Bean
  Job reviewJob(
      Reviews reviews, Notices notices, Clock clock, @Value("${masterplan.zone}") ZoneId zone) {
    var reminders = new ReviewReminders(reviews, notices, clock, zone);
    return new Job("review-reminders", Duration.ofHours(1), reminders::remind);
  }

  @Bean
  CollectionIndexes memberIndexes() {
    return MongoMembers.indexes();
  }

  @Bean
  MemberImport.Stores memberStores(
      MongoDatabase database,
      Communities communities,
      GrpcChannelFactory channels,
      RegistryProperties properties) {
    return new MemberImport.Stores(
        communities,
        new MongoMembers(database),
        new MongoSeats(database),
        new ProfilesPeople(channels.createChannel(PROFILES), PATIENCE),
        new MongoErased(database, SecretFile.read(properties.tombstoneKeyFile())));
  }

  @Bean
  MemberImport memberImport(
      MemberImport.Stores stores,
      AuditNotes notes,
      Clock clock,
      @Value("${masterplan.zone}") ZoneId zone) {
    return new MemberImport(stores, notes::add, clock, zone);
  }

  @Bean
  MemberUploads memberUploads(MemberImport members, Uploads uploads, Spool spool, Rejects rejects) {
    return new MemberUploads(members, uploads, spool, rejects);
  }

  @Bean
  MemberGrpcService memberService(
      MemberImport.Stores stores, MemberUploads uploads, AuditNotes notes, Clock clock) {
    var figures = new MemberFigures(stores.communities(), stores.members());
    var sight = new Sight(notes::add, clock);
    return new MemberGrpcService(stores.members(), figures, sight, uploads);
  }

  @Bean
  MemberPersonDataGrpcService personDataService(
      MemberImport.Stores stores, KeptRows kept, AuditNotes notes, CallNotes calls, Clock clock) {
    return new MemberPersonDataGrpcService(
        new MemberHoldings(stores, notes::add, clock), kept, calls);
  }

  @Bean
  PortfolioGrpcService portfolioService(
      Stores stores, MemberImport.Stores members, GrpcChannelFactory channels, Clock clock) {
    var neighbours =
        new GrpcNeighbours(
            channels.createChannel(PROFILES),
            channels.createChannel("message-governance"),
            channels.createChannel(ABANDONMENT));
    return new PortfolioGrpcService(
        new PlanOnAPage(
            members.communities(), stores.segments(), members.members(), neighbours, clock));
  }

  @Bean
  Recognition recognition(MemberImport.Stores stores) {
    return new Recognition(stores.members(), stores.people());
  }

  @Bean
  Feed<?> profileFeed(
      MemberImport.Stores stores,
      Recognition recognition,
      MongoDatabase database,
      GrpcChannelFactory channels) {
    var channel = channels.createChannel(PROFILES);
    return new ProfileFeed(
        stores.people(),
        recognition,
        new MongoSeenProfiles(database),
        () -> DistantFeed.digest(channel, PROFILES, "profiles"));
  }

  @Bean
  Job revisitJob(Recognition recognition, Clock clock) {
    var revisits = new Revisits(recognition, clock);
    return new Job("revisit-members", Duration.ofSeconds(10), held -> revisits.run());
  }

  @Bean
  Feed<?> healthFeed(Communities communities, GrpcChannelFactory channels, Clock clock) {
    var channel = channels.createChannel(ABANDONMENT);
    return new HealthFeed(
        new AbandonmentHealthReports(channel, PATIENCE),
        new HealthWatch(communities, clock),
        new HealthFeed.Comparison(
            () -> HealthDigest.there(channel), () -> HealthDigest.here(communities)));
  }

  @Bean
  OfferedFeed communityFeed(MongoDatabase database) {
    var documents = new VersionedDocuments(database, "communities");
    return new OfferedFeed("communities", () -> Digest.of(documents::eachRevision));
  }

  /** The first schema: rows kept before it are found for their person, too. */
  @Bean
  Migration firstSchema() {
    return new Migration(1, "kept rows are found by their person", Rejects::findByPerson);
  }
}
