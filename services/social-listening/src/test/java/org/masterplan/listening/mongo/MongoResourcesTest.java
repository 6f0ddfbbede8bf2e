package org.masterplan.listening.mongo;

import com.mongodb.client.MongoDatabase;
import org.masterplan.listening.app.Claims;
import org.masterplan.listening.app.Listed;
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

class MongoResourcesTest extends ResourcesContract {
  private final MongoDatabase database = MongoTestServer.database("listening");

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
