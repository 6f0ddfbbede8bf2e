package org.masterplan.listening.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.listening.app.Claims;
import org.masterplan.listening.app.Listed;
import org.masterplan.listening.app.NamingPlatforms;
import org.masterplan.listening.app.Resources;
import org.masterplan.listening.app.ResourcesContract;
import org.masterplan.listening.app.Votes;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Incident;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Talk;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;

class MongoResourcesTest extends ResourcesContract {
  private final MongoDatabase database = MongoTestServer.database("listening");

  /** The key as it was made of the platform as it was written. */
  @Test
  void namingPlatforms_findsAMention_byTheKeyThatItsAuthorIsAskedForBy() {
    var said = new Mention.Said(Instant.EPOCH, "twitter", "", "Lan", "Giao chậm", "vi", "", 1);
    var entry = new AuditEntry(Instant.EPOCH, "test", "TEST", List.of(), "");
    mentions().add(new Mention("m1", said, List.of(), "", "", 1), entry);
    database
        .getCollection("mentions")
        .updateOne(new Document(), Updates.set("body.author_key", "twitter:lan"));
    assertThat(mentions().byAuthor("x:lan")).isEmpty();

    new NamingPlatforms(
            new NamingPlatforms.Stores(
                mentions(), cases(), ideas(), threads(), feedback(), votes(), claims()),
            TestClock.at(Instant.EPOCH))
        .run();

    assertThat(mentions().byAuthor("x:lan")).hasSize(1);
  }

  @Override
  protected Resources<Mention> mentions() {
    return new MongoResources<>(
        database, "mentions", Listed.MENTIONS, new Shapes.MentionDocument());
  }

  @Override
  protected Resources<ComplaintCase> cases() {
    return new MongoResources<>(
        database, "cases", Listed.CASES, new Shapes.ComplaintCaseDocument());
  }

  @Override
  protected Resources<Idea> ideas() {
    return new MongoResources<>(database, "ideas", Listed.IDEAS, new Shapes.IdeaDocument());
  }

  @Override
  protected Resources<Incident> incidents() {
    return new MongoResources<>(
        database, "incidents", Listed.INCIDENTS, new Shapes.IncidentDocument());
  }

  @Override
  protected Resources<Talk> threads() {
    return new MongoResources<>(database, "threads", Listed.THREADS, new Shapes.TalkDocument());
  }

  @Override
  protected Resources<Feedback> feedback() {
    return new MongoResources<>(
        database, "feedback", Listed.FEEDBACK, new Shapes.FeedbackDocument());
  }

  @Override
  protected Votes votes() {
    return new MongoVotes(database);
  }

  @Override
  protected Claims claims() {
    return new MongoClaims(database);
  }
}
