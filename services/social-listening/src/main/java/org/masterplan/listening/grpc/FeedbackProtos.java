package org.masterplan.listening.grpc;

import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.listening.app.Hearing;
import org.masterplan.listening.domain.Feedback.Author;
import org.masterplan.listening.domain.Feedback.Standing;
import org.masterplan.listening.domain.PersonalWords;
import org.masterplan.listening.v1.Feedback;
import org.masterplan.listening.v1.SummarizeFeedbackResponse.Count;
import org.masterplan.platform.page.Etags;

/** Feedback as its readers may know it. */
final class FeedbackProtos {
  private FeedbackProtos() {}

  static Feedback message(org.masterplan.listening.domain.Feedback feedback, Actor reader) {
    var said = feedback.said();
    var author = feedback.author();
    var message =
        Feedback.newBuilder()
            .setName(feedback.name())
            .setType(Feedback.Type.valueOf(said.type().name()))
            .setText(PersonalWords.masked(said.text()))
            .setAuthor(sees(reader) ? author.handle() : masked(author))
            .setCommunity(said.community())
            .setProductLine(said.productLine())
            .setTime(Wire.timestamp(said.time()))
            .setPlatform(author.platform());
    if (reader.knowsOfAllUnits()) {
      // The revision, too: it grows when somebody turns out to be known.
      message
          .setProfile(author.profile())
          .setAuthorStanding(standing(author.standing()))
          .setEtag(Etags.of(feedback.revision()));
    }
    return message.build();
  }

  static Count count(Hearing.Count count) {
    return count(count.type(), count.feedback()).toBuilder()
        .setAuthorStanding(standing(count.standing()))
        .build();
  }

  static Count count(org.masterplan.listening.domain.Feedback.Type type, long feedback) {
    return Count.newBuilder()
        .setType(Feedback.Type.valueOf(type.name()))
        .setFeedback(feedback)
        .build();
  }

  /** Who may see authors: whoever answers for personal data and says what for. */
  private static boolean sees(Actor actor) {
    return actor.is(Role.SERVICE) || (actor.is(Role.PRIVACY_OFFICER) && !actor.purpose().isEmpty());
  }

  private static String masked(Author author) {
    if (author.handle().isEmpty()) {
      return "";
    }
    var handle = author.handle().substring(author.platform().length() + 1);
    return author.platform() + ":" + PersonalWords.handle(handle);
  }

  private static Feedback.AuthorStanding standing(Standing standing) {
    return Feedback.AuthorStanding.valueOf(standing.name());
  }
}
