package org.masterplan.abandonment.mongo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import org.bson.Document;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.abandonment.domain.Voice;

/** Activity as it is stored; names are short, because there are many. */
final class ActivityDocument {
  static final String COMMUNITY = "c";
  static final String TIME = "t";
  static final String DATE = "d";
  static final String AUTHOR = "a";
  private static final String VOICE = "v";
  private static final String KIND = "k";
  private static final String REF = "r";
  private static final String REPLY = "q";
  private static final String COUNT = "n";
  private static final String PEOPLE = "p";
  private static final int DIGEST = 12;

  private ActivityDocument() {}

  static Document write(Activity.Event event) {
    return new Document("_id", id(event))
        .append(COMMUNITY, event.community())
        .append(TIME, Date.from(event.time()))
        .append(AUTHOR, event.author())
        .append(VOICE, event.voice().name())
        .append(KIND, event.kind())
        .append(REF, event.ref())
        .append(REPLY, event.inReplyTo());
  }

  static Activity.Event event(Document document) {
    return new Activity.Event(
        document.getString(COMMUNITY),
        document.getDate(TIME).toInstant(),
        document.getString(AUTHOR),
        Voice.valueOf(document.getString(VOICE)),
        document.getString(KIND),
        document.getString(REF),
        document.getString(REPLY));
  }

  static Document write(Activity.DailyTotal total) {
    var id =
        String.join(
            "/", total.community(), total.date().toString(), total.kind(), total.voice().name());
    return new Document("_id", id)
        .append(COMMUNITY, total.community())
        .append(DATE, total.date().toString())
        .append(VOICE, total.voice().name())
        .append(KIND, total.kind())
        .append(COUNT, total.count())
        .append(PEOPLE, total.people());
  }

  static Activity.DailyTotal total(Document document) {
    return new Activity.DailyTotal(
        document.getString(COMMUNITY),
        LocalDate.parse(document.getString(DATE)),
        Voice.valueOf(document.getString(VOICE)),
        document.getString(KIND),
        document.getLong(COUNT),
        document.getLong(PEOPLE));
  }

  /** All that the act says, so that the same act has the same id. */
  private static String id(Activity.Event event) {
    var all =
        String.join(
            "\u0000",
            event.author(),
            event.voice().name(),
            event.kind(),
            event.ref(),
            event.inReplyTo(),
            event.time().toString());
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var digest = sha.digest(all.getBytes(StandardCharsets.UTF_8));
      return event.community()
          + "/"
          + event.time().getEpochSecond()
          + "/"
          + HexFormat.of().formatHex(digest, 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
