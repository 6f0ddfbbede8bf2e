package org.masterplan.listening.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.intake.Dates;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Complaints;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Sayings;

/**
 * Takes in mentions. The same id twice is one mention; the same saying twice is kept as a duplicate
 * of the first; each complaint that is no duplicate opens one case.
 */
public final class ImportingMentions {
  private static final String ACTOR = "service:social-listening";
  private static final Duration SLACK = Duration.ofDays(1);
  private static final int MAX_TEXT = 10_000;

  private final Resources<Mention> mentions;
  private final Resources<ComplaintCase> cases;
  private final Claims claims;
  private final Promise promise;

  /**
   * Until when a complaint must be answered, and the clock it is counted by.
   *
   * @param zone in which a time without one is read
   * @param tidings by which the CMO office is told of each new case
   */
  public record Promise(Duration answerWithin, Clock clock, ZoneId zone, Tidings tidings) {}

  public ImportingMentions(
      Resources<Mention> mentions, Resources<ComplaintCase> cases, Claims claims, Promise promise) {
    this.mentions = mentions;
    this.cases = cases;
    this.claims = claims;
    this.promise = promise;
  }

  public void take(Rows rows, ImportTally tally) {
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good good -> take(good, tally);
      }
    }
  }

  private void take(Row.Good row, ImportTally tally) {
    try {
      if (take(id(row), said(row))) {
        tally.imported();
      } else {
        tally.unchanged();
      }
    } catch (InvalidFields refusal) {
      tally.rejected(row.refused(refusal));
    }
  }

  /** Steps that may each be repeated, so that a broken-off import is mended by the next. */
  private boolean take(String id, Mention.Said said) {
    if (mentions.find(id).isPresent()) {
      return false;
    }
    var first = claims.first(Sayings.key(said), id);
    var cues = Complaints.cues(said.text());
    boolean duplicate = !first.equals(id);
    if (!cues.isEmpty() && !duplicate) {
      open(id, said);
    }
    var complaintCase = cues.isEmpty() ? "" : first;
    var mention = new Mention(id, said, cues, duplicate ? first : "", complaintCase, 1);
    try {
      mentions.add(mention, entry("MENTION_IMPORTED"));
      return true;
    } catch (AlreadyExists _) {
      return false;
    }
  }

  private void open(String mention, Mention.Said said) {
    var due = said.time().plus(promise.answerWithin());
    var opened = new ComplaintCase(mention, mention, said.platform(), said.time(), due, null, 1);
    try {
      cases.add(opened, entry("CASE_OPENED"));
    } catch (AlreadyExists _) {
      // Opened by an import that was broken off before it stored the mention, perhaps untold.
    }
    tell(opened);
  }

  /** Neither who complains nor what about: both may be personal. */
  private void tell(ComplaintCase opened) {
    var due = LocalDate.ofInstant(opened.due(), promise.zone()).toString();
    promise
        .tidings()
        .tell(
            new Tiding(
                new Recipient.Office(Role.CMO),
                "case-" + opened.id(),
                "NOTICE_COMPLAINT_CASE",
                opened.name(),
                Map.of("platform", opened.platform(), "due", due),
                promise.clock().instant()));
  }

  private AuditEntry entry(String act) {
    return new AuditEntry(promise.clock().instant(), ACTOR, act, List.of(), "");
  }

  private static String id(Row.Good row) {
    var text = required(row, "id");
    var prefix = "mentions/";
    return ResourceName.parse("id", "mentions", text.startsWith(prefix) ? text : prefix + text)
        .id();
  }

  private Mention.Said said(Row.Good row) {
    var text = required(row, "text");
    if (Texts.length(text) > MAX_TEXT) {
      throw refused(row, "text", "MENTION_LENGTH");
    }
    return new Mention.Said(
        time(row),
        required(row, "platform").toLowerCase(Locale.ROOT),
        row.value("link"),
        Texts.canonical(row.value("author")),
        text,
        row.value("language").toLowerCase(Locale.ROOT),
        row.value("shared_link"),
        reach(row));
  }

  private Instant time(Row.Good row) {
    var latest = promise.clock().instant().plus(SLACK);
    return Dates.time(required(row, "time"), promise.zone())
        .filter(time -> !time.isAfter(latest))
        .map(time -> time.truncatedTo(ChronoUnit.MILLIS))
        .orElseThrow(() -> refused(row, "time", "MENTION_TIME"));
  }

  private static long reach(Row.Good row) {
    if (!row.has("reach")) {
      return 0;
    }
    try {
      long reach = Long.parseLong(row.value("reach"));
      if (reach >= 0) {
        return reach;
      }
    } catch (NumberFormatException _) {
      // Refused below, like a negative number.
    }
    throw refused(row, "reach", "MENTION_REACH");
  }

  private static String required(Row.Good row, String field) {
    var text = Texts.canonical(row.value(field));
    if (text.isEmpty()) {
      throw new InvalidFields(List.of(Violation.required(field)));
    }
    return text;
  }

  private static InvalidFields refused(Row.Good row, String field, String reason) {
    var value = field.equals("text") ? "" : row.value(field);
    return InvalidFields.of(field, reason, Map.of("field", field, "value", value));
  }
}
