package org.masterplan.listening;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.listening.app.Desk;
import org.masterplan.listening.app.Hearing;
import org.masterplan.listening.app.Ideas;
import org.masterplan.listening.app.ImportingMentions;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.app.NamingPlatforms;
import org.masterplan.listening.app.PersonListening;
import org.masterplan.listening.app.Resources;
import org.masterplan.listening.app.Votes;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Incident;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Talk;
import org.masterplan.listening.grpc.FeedbackGrpcService;
import org.masterplan.listening.grpc.IdeaGrpcService;
import org.masterplan.listening.grpc.IncidentGrpcService;
import org.masterplan.listening.grpc.MentionGrpcService;
import org.masterplan.listening.grpc.MentionUploads;
import org.masterplan.listening.grpc.PersonDataGrpcService;
import org.masterplan.listening.grpc.ProfilesCustomers;
import org.masterplan.listening.grpc.ThreadGrpcService;
import org.masterplan.listening.mongo.MongoClaims;
import org.masterplan.listening.mongo.MongoResources;
import org.masterplan.listening.mongo.MongoVotes;
import org.masterplan.listening.mongo.Shapes;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.feed.Digest;
import org.masterplan.platform.feed.OfferedFeed;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.migration.Migration;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.person.KeptRows;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** What social listening is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListeningProperties.class)
class ListeningConfiguration {
  /** How long customer profiles may take to answer. */
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  /** Everything that is stored. */
  record Stores(
      Resources<Mention> mentions,
      Resources<ComplaintCase> cases,
      Resources<Idea> ideas,
      Resources<Incident> incidents,
      Resources<Talk> threads,
      Resources<Feedback> feedback,
      Votes votes) {}

  @Bean
  Stores stores(MongoDatabase db) {
    return new Stores(
        new MongoResources<>(db, "mentions", Listed.MENTIONS, new Shapes.MentionDocument()),
        new MongoResources<>(db, "cases", Listed.CASES, new Shapes.ComplaintCaseDocument()),
        new MongoResources<>(db, "ideas", Listed.IDEAS, new Shapes.IdeaDocument()),
        new MongoResources<>(db, "incidents", Listed.INCIDENTS, new Shapes.IncidentDocument()),
        new MongoResources<>(db, "threads", Listed.THREADS, new Shapes.TalkDocument()),
        new MongoResources<>(db, "feedback", Listed.FEEDBACK, new Shapes.FeedbackDocument()),
        new MongoVotes(db));
  }

  @Bean
  CollectionIndexes mentionIndexes() {
    return MongoResources.indexes("mentions", Listed.MENTIONS);
  }

  @Bean
  CollectionIndexes caseIndexes() {
    return MongoResources.indexes("cases", Listed.CASES);
  }

  @Bean
  CollectionIndexes ideaIndexes() {
    return MongoResources.indexes("ideas", Listed.IDEAS);
  }

  @Bean
  CollectionIndexes incidentIndexes() {
    return MongoResources.indexes("incidents", Listed.INCIDENTS);
  }

  @Bean
  CollectionIndexes threadIndexes() {
    return MongoResources.indexes("threads", Listed.THREADS);
  }

  @Bean
  CollectionIndexes feedbackIndexes() {
    return MongoResources.indexes("feedback", Listed.FEEDBACK);
  }

  @Bean
  CollectionIndexes voteIndexes() {
    return MongoVotes.indexes();
  }

  @Bean
  MentionUploads.Intake intake(Spool spool, Uploads uploads, Rejects rejects, CallNotes notes) {
    return new MentionUploads.Intake(spool, uploads, rejects, notes);
  }

  @Bean
  MentionUploads mentionUploads(ImportingMentions importing, MentionUploads.Intake intake) {
    return new MentionUploads(importing, intake);
  }

  @Bean
  OfferedFeed mentionFeed(MongoDatabase db) {
    return offered(db, "mentions");
  }

  @Bean
  OfferedFeed incidentFeed(MongoDatabase db) {
    return offered(db, "incidents");
  }

  private static OfferedFeed offered(MongoDatabase db, String collection) {
    var documents = new VersionedDocuments(db, collection);
    return new OfferedFeed(collection, () -> Digest.of(documents::eachRevision));
  }

  /** The first schema: rows kept before it are found for their person, too. */
  @Bean
  Migration firstSchema() {
    return new Migration(1, "kept rows are found by their person", Rejects::findByPerson);
  }

  /** The second: each was called as it was written. */
  @Bean
  Migration secondSchema(Stores stores, MongoDatabase db, Clock clock) {
    var named =
        new NamingPlatforms.Stores(
            stores.mentions(),
            stores.cases(),
            stores.ideas(),
            stores.threads(),
            stores.feedback(),
            stores.votes(),
            new MongoClaims(db));
    return new Migration(
        2,
        "platforms are called by the plan's words",
        _ -> new NamingPlatforms(named, clock).run());
  }

  @Bean
  ImportingMentions importingMentions(
      Stores stores,
      MongoDatabase db,
      ListeningProperties properties,
      Tidings tidings,
      Clock clock,
      @Value("${masterplan.zone}") ZoneId zone) {
    var promise = new ImportingMentions.Promise(properties.answerWithin(), clock, zone, tidings);
    return new ImportingMentions(stores.mentions(), stores.cases(), new MongoClaims(db), promise);
  }

  @Bean
  MentionGrpcService mentionService(Stores stores, MentionUploads uploads, Clock clock) {
    return new MentionGrpcService(
        new Desk<>("mentions", stores.mentions(), clock),
        new Desk<>("complaintCases", stores.cases(), clock),
        uploads,
        clock);
  }

  @Bean
  IdeaGrpcService ideaService(Stores stores, CallNotes notes, Clock clock) {
    var desk = new Desk<>("ideas", stores.ideas(), clock);
    return new IdeaGrpcService(desk, new Ideas(desk, stores.votes()), notes, clock);
  }

  @Bean
  IncidentGrpcService incidentService(Stores stores, Clock clock) {
    return new IncidentGrpcService(new Desk<>("incidents", stores.incidents(), clock), clock);
  }

  @Bean
  ThreadGrpcService threadService(Stores stores, Clock clock) {
    return new ThreadGrpcService(new Desk<>("threads", stores.threads(), clock), clock);
  }

  @Bean
  FeedbackGrpcService feedbackService(Stores stores, GrpcChannelFactory channels, Clock clock) {
    var customers =
        new ProfilesCustomers(channels.createChannel("customer-profiles"), ANSWERS_WITHIN);
    return new FeedbackGrpcService(
        new Desk<>("feedback", stores.feedback(), clock),
        new Hearing(stores.feedback(), customers, clock),
        clock);
  }

  @Bean
  PersonDataGrpcService personDataService(
      Stores stores, KeptRows kept, CallNotes notes, Clock clock) {
    var held =
        new PersonListening.Stores(
            stores.mentions(), stores.ideas(), stores.threads(), stores.feedback(), stores.votes());
    return new PersonDataGrpcService(new PersonListening(held, clock), kept, notes);
  }
}
