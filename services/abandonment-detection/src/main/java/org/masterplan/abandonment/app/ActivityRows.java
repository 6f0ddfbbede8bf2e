package org.masterplan.abandonment.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.abandonment.domain.Voice;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Dates;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;

/** Reads one row of an activity file. Refuses with the field at fault. */
final class ActivityRows {
  static final String COMMUNITY = "community";
  static final String TIMESTAMP = "timestamp";
  static final String AUTHOR = "author";
  static final String KIND = "kind";
  static final String DATE = "date";
  static final String COUNT = "count";
  static final String PEOPLE = "people";

  private static final Set<String> YES = Set.of("1", "true", "yes", "y", "x", "co");
  private static final Set<String> NO = Set.of("", "0", "false", "no", "n", "khong");
  private static final Duration CLOCK_SLACK = Duration.ofDays(1);

  /** No community that anybody can visit is older; a slip in a year is, by centuries. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final int MAX_KIND = 40;
  private static final long MAX_COUNT = 1_000_000_000;

  private final Pseudonyms pseudonyms;
  private final Clock clock;
  private final ZoneId zone;

  ActivityRows(Pseudonyms pseudonyms, Clock clock, ZoneId zone) {
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    this.zone = zone;
  }

  Activity.Event event(Row.Good row) {
    var kind = kind(row);
    var author = required(row, AUTHOR);
    return new Activity.Event(
        community(row),
        instant(row, TIMESTAMP),
        pseudonyms.of(author),
        voice(row, kind, author),
        kind,
        pseudonyms.of(row.value("event")),
        pseudonyms.of(row.value("inReplyTo")));
  }

  Activity.DailyTotal total(Row.Good row) {
    var kind = kind(row);
    var voice = voice(row, kind, "");
    long count = number(row, COUNT);
    long people = number(row, PEOPLE);
    if (people > count) {
      throw InvalidFields.of(
          PEOPLE,
          "MORE_PEOPLE_THAN_ACTS",
          Map.of("field", PEOPLE, "value", row.value(PEOPLE), "count", row.value(COUNT)));
    }
    return new Activity.DailyTotal(community(row), day(row), voice, kind, count, people);
  }

  String community(Row.Good row) {
    var text = required(row, COMMUNITY);
    var prefix = "communities/";
    var name = text.startsWith(prefix) ? text : prefix + text;
    return ResourceName.parse(COMMUNITY, "communities", name).id();
  }

  /** The row, refused because the plan does not have its community. */
  static Row.Bad unknownCommunity(Row.Good row) {
    return row.refused(COMMUNITY, "COMMUNITY_UNKNOWN", Map.of());
  }

  Instant instant(Row.Good row, String field) {
    var text = required(row, field);
    var found = Dates.time(text, zone).orElseThrow(() -> refused(row, field, "TIME_FORMAT"));
    if (found.isAfter(clock.instant().plus(CLOCK_SLACK))) {
      throw refused(row, field, "TIME_IN_FUTURE");
    }
    if (found.isBefore(EARLIEST)) {
      throw refused(row, field, "TIME_TOO_OLD");
    }
    return found;
  }

  /** The row without its author's own words, so that what is kept of it names nobody. */
  Row.Bad withoutAuthor(Row.Bad row) {
    var author = row.values().get(AUTHOR);
    if (author == null) {
      return row;
    }
    var values = new LinkedHashMap<>(row.values());
    // Whether it was staff must be known when the row is tried again.
    var staff = Pseudonyms.isStaff(author) ? Pseudonyms.STAFF : "";
    values.put(AUTHOR, staff + pseudonyms.of(author));
    return new Row.Bad(row.line(), values, row.field(), row.value(), row.reason(), row.about());
  }

  private LocalDate day(Row.Good row) {
    return instant(row, DATE).atZone(zone).toLocalDate();
  }

  private static Voice voice(Row.Good row, String kind, String author) {
    var bot = Texts.fold(row.value("bot"));
    if (!YES.contains(bot) && !NO.contains(bot)) {
      throw refused(row, "bot", "BOT_FORMAT");
    }
    if (YES.contains(bot)) {
      return Voice.BOT;
    }
    return Pseudonyms.isStaff(author) || Kinds.isHosts(kind) ? Voice.HOST : Voice.MEMBER;
  }

  private static String kind(Row.Good row) {
    var text = required(row, KIND);
    if (text.length() > MAX_KIND) {
      throw refused(row, KIND, "KIND_LENGTH");
    }
    return Kinds.of(text)
        .orElseThrow(
            () ->
                InvalidFields.of(
                    KIND,
                    "KIND_UNKNOWN",
                    Map.of("field", KIND, "value", row.value(KIND), "expected", Kinds.list())));
  }

  private static long number(Row.Good row, String field) {
    var text = required(row, field).replaceAll("[., _](?=\\d{3}(\\D|$))", "");
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= MAX_COUNT) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Refused below, like a number out of range.
    }
    throw refused(row, field, "COUNT_FORMAT");
  }

  private static String required(Row.Good row, String field) {
    var text = Texts.canonical(row.value(field));
    if (text.isEmpty()) {
      throw new InvalidFields(List.of(Violation.required(field)));
    }
    return text;
  }

  private static InvalidFields refused(Row.Good row, String field, String reason) {
    return InvalidFields.of(field, reason, Map.of("field", field, "value", row.value(field)));
  }
}
