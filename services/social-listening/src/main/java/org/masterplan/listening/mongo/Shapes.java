package org.masterplan.listening.mongo;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.listening.domain.Closing;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Incident;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Talk;

/** Every resource's shape. */
public final class Shapes {
  /** Mentions. */
  public static final class MentionDocument implements Shape<Mention> {
    @Override
    public Document write(Mention m) {
      var said = m.said();
      return new Document("time", Date.from(said.time()))
          .append("platform", said.platform())
          .append("link", said.link())
          .append("author", said.author())
          .append("text", said.text())
          .append("language", said.language())
          .append("shared_link", said.sharedLink())
          .append("reach", said.reach())
          .append("cues", m.cues())
          .append("duplicate_of", m.duplicateOf())
          .append("complaint_case", m.complaintCase());
    }

    @Override
    public Mention read(String id, long revision, Document d) {
      var said =
          new Mention.Said(
              d.getDate("time").toInstant(),
              d.getString("platform"),
              d.getString("link"),
              d.getString("author"),
              d.getString("text"),
              d.getString("language"),
              d.getString("shared_link"),
              d.getLong("reach"));
      return new Mention(
          id,
          said,
          d.getList("cues", String.class),
          d.getString("duplicate_of"),
          d.getString("complaint_case"),
          revision);
    }
  }

  /** Complaint cases. */
  public static final class ComplaintCaseDocument implements Shape<ComplaintCase> {
    @Override
    public Document write(ComplaintCase c) {
      return new Document("mention", c.mention())
          .append("platform", c.platform())
          .append("opened", Date.from(c.opened()))
          .append("due", Date.from(c.due()))
          .append("closing", closing(c.closing()));
    }

    @Override
    public ComplaintCase read(String id, long revision, Document d) {
      return new ComplaintCase(
          id,
          d.getString("mention"),
          d.getString("platform"),
          d.getDate("opened").toInstant(),
          d.getDate("due").toInstant(),
          closing(d.get("closing", Document.class)),
          revision);
    }
  }

  /** Ideas. */
  public static final class IdeaDocument implements Shape<Idea> {
    @Override
    public Document write(Idea i) {
      return new Document("title", i.title())
          .append("text", i.text())
          .append("community", i.community())
          .append("author", i.author())
          .append("state", i.state().name())
          .append("merged_into", i.mergedInto())
          .append("answer", closing(i.answer()))
          .append("posted", Date.from(i.posted()));
    }

    @Override
    public Idea read(String id, long revision, Document d) {
      return new Idea(
          id,
          d.getString("title"),
          d.getString("text"),
          d.getString("community"),
          d.getString("author"),
          Idea.State.valueOf(d.getString("state")),
          d.getString("merged_into"),
          closing(d.get("answer", Document.class)),
          d.getDate("posted").toInstant(),
          revision);
    }
  }

  /** Incidents. */
  public static final class IncidentDocument implements Shape<Incident> {
    @Override
    public Document write(Incident i) {
      return new Document("title", i.title())
          .append("text", i.text())
          .append("communities", i.reach().communities())
          .append("segments", i.reach().segments())
          .append("product_lines", i.reach().productLines())
          .append("voice", i.voice())
          .append("opened", Date.from(i.opened()))
          .append("closing", closing(i.closing()));
    }

    @Override
    public Incident read(String id, long revision, Document d) {
      var reach =
          new Incident.Reach(
              d.getList("communities", String.class),
              d.getList("segments", String.class),
              d.getList("product_lines", String.class));
      return new Incident(
          id,
          d.getString("title"),
          d.getString("text"),
          reach,
          d.getString("voice"),
          d.getDate("opened").toInstant(),
          closing(d.get("closing", Document.class)),
          revision);
    }
  }

  /** Threads. */
  public static final class TalkDocument implements Shape<Talk> {
    @Override
    public Document write(Talk t) {
      return new Document("title", t.title())
          .append("community", t.community())
          .append("link", t.link())
          .append("author", t.author())
          .append("opened", Date.from(t.opened()))
          .append("closing", closing(t.closing()));
    }

    @Override
    public Talk read(String id, long revision, Document d) {
      return new Talk(
          id,
          d.getString("title"),
          d.getString("community"),
          d.getString("link"),
          d.getString("author"),
          d.getDate("opened").toInstant(),
          closing(d.get("closing", Document.class)),
          revision);
    }
  }

  /** Feedback. */
  public static final class FeedbackDocument implements Shape<Feedback> {
    @Override
    public Document write(Feedback f) {
      return new Document("type", f.said().type().name())
          .append("text", f.said().text())
          .append("community", f.said().community())
          .append("product_line", f.said().productLine())
          .append("time", Date.from(f.said().time()))
          .append("handle", f.author().handle())
          .append("profile", f.author().profile())
          .append("standing", f.author().standing().name());
    }

    @Override
    public Feedback read(String id, long revision, Document d) {
      var said =
          new Feedback.Said(
              Feedback.Type.valueOf(d.getString("type")),
              d.getString("text"),
              d.getString("community"),
              d.getString("product_line"),
              d.getDate("time").toInstant());
      var author =
          new Feedback.Author(
              d.getString("handle"),
              d.getString("profile"),
              Feedback.Standing.valueOf(d.getString("standing")));
      return new Feedback(id, said, author, revision);
    }
  }

  private Shapes() {}

  private static @Nullable Document closing(@Nullable Closing closing) {
    return closing == null
        ? null
        : new Document("words", closing.words()).append("at", Date.from(closing.at()));
  }

  private static @Nullable Closing closing(@Nullable Document d) {
    return d == null ? null : new Closing(d.getString("words"), d.getDate("at").toInstant());
  }
}
