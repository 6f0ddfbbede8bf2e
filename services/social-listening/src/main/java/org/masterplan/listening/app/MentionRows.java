package org.masterplan.listening.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Dates;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.PlatformWord;
import org.masterplan.kernel.text.Texts;
import org.masterplan.listening.domain.Mention;

/**
 * Reads a row as a mention.
 *
 * @param zone in which a time without one is read
 */
record MentionRows(Clock clock, ZoneId zone) {
  private static final Duration SLACK = Duration.ofDays(1);

  /** Characters; rows wait in memory for their batch. */
  private static final int MAX_TEXT = 10_000;

  private static final int MAX_LINK = 2_000;
  private static final int MAX_WORD = 200;

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /** What the standard writes for a language that could not be told. */
  private static final String NOT_KNOWN = "und";

  /** What the row of that line says, and under which id. */
  record Given(long line, String id, Mention.Said said) {}

  /** Throws {@link InvalidFields} with the field that cannot be used. */
  Given read(Row.Good row) {
    return new Given(row.line(), id(row), said(row));
  }

  private static String id(Row.Good row) {
    var text = required(row, "id");
    var prefix = "mentions/";
    return ResourceName.parse("id", "mentions", text.startsWith(prefix) ? text : prefix + text)
        .id();
  }

  private Mention.Said said(Row.Good row) {
    return new Mention.Said(
        time(row),
        PlatformWord.of(limited("platform", required(row, "platform"), MAX_WORD)),
        limited("link", row.value("link"), MAX_LINK),
        limited("author", Texts.canonical(row.value("author")), MAX_WORD),
        limited("text", required(row, "text"), MAX_TEXT),
        language(row),
        limited("shared_link", row.value("shared_link"), MAX_LINK),
        reach(row));
  }

  private static String limited(String field, String value, int most) {
    if (Texts.length(value) > most) {
      throw InvalidFields.of(
          field, "MENTION_LENGTH", Map.of("field", field, "max", Integer.toString(most)));
    }
    return value;
  }

  private Instant time(Row.Good row) {
    var latest = clock.instant().plus(SLACK);
    return Dates.time(required(row, "time"), zone)
        .filter(time -> !time.isAfter(latest))
        .map(time -> time.truncatedTo(ChronoUnit.MILLIS))
        .orElseThrow(() -> refused(row, "time", "MENTION_TIME"));
  }

  /** As ISO 639 writes it, with or without a region; empty if nobody says. */
  private static String language(Row.Good row) {
    var text = limited("language", row.value("language"), MAX_WORD).toLowerCase(Locale.ROOT);
    var language = text.split("[-_]", 2)[0];
    boolean known = text.isEmpty() || LANGUAGES.contains(language) || language.equals(NOT_KNOWN);
    if (!known) {
      throw refused(row, "language", "MENTION_LANGUAGE");
    }
    return text;
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
    return InvalidFields.of(field, reason, Map.of("field", field, "value", row.value(field)));
  }
}
