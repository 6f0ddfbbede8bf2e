package org.masterplan.kernel.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people write them in files: {@code 2026-11-21}, {@code 21/11/2026} and {@code 20261121},
 * day before month as in Vietnam. A date whose day and month could be exchanged is read day first
 * and says so, because the file may come from a machine that writes the month first.
 */
public final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern CLOCK =
      Pattern.compile("(\\S+)[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?");
  private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");

  private Dates() {}

  /** What a text says. */
  public sealed interface Reading {
    /** One day, beyond doubt. */
    record Certain(LocalDate date) implements Reading {}

    /** A day, unless the writer puts the month first; then it is {@code monthFirst}. */
    record Ambiguous(LocalDate dayFirst, LocalDate monthFirst) implements Reading {}

    /** No date in any of the three styles. */
    record Unreadable() implements Reading {}
  }

  /** Reads a date without a time. */
  public static Reading read(String text) {
    var stripped = text.strip();
    var yearFirst = YEAR_FIRST.matcher(stripped);
    if (yearFirst.matches()) {
      return certain(date(yearFirst, 1, 2, 3));
    }
    var dayFirst = DAY_FIRST.matcher(stripped);
    if (dayFirst.matches()) {
      return dayFirst(dayFirst);
    }
    var compact = COMPACT.matcher(stripped);
    return certain(compact.matches() ? date(compact, 1, 2, 3) : Optional.empty());
  }

  /** The day, read day first where it is ambiguous; empty if unreadable. */
  public static Optional<LocalDate> dayFirst(String text) {
    return switch (read(text)) {
      case Reading.Certain(var date) -> Optional.of(date);
      case Reading.Ambiguous(var date, _) -> Optional.of(date);
      case Reading.Unreadable() -> Optional.empty();
    };
  }

  /**
   * Reads a point in time: RFC 3339, seconds or milliseconds since 1970, or one of the three dates
   * with a clock time or alone (then midnight), both in {@code zone}.
   */
  public static Optional<Instant> time(String text, ZoneId zone) {
    var stripped = text.strip();
    if (EPOCH.matcher(stripped).matches()) {
      long number = Long.parseLong(stripped);
      return Optional.of(
          stripped.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
    }
    try {
      return Optional.of(OffsetDateTime.parse(stripped.replace(' ', 'T')).toInstant());
    } catch (DateTimeException _) {
      return local(stripped, zone);
    }
  }

  private static Optional<Instant> local(String text, ZoneId zone) {
    var clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return dayFirst(text).map(date -> date.atStartOfDay(zone).toInstant());
    }
    return dayFirst(clock.group(1))
        .flatMap(date -> clock(clock).map(time -> date.atTime(time).atZone(zone).toInstant()));
  }

  private static Optional<LocalTime> clock(Matcher clock) {
    try {
      int second = clock.group(4) == null ? 0 : Integer.parseInt(clock.group(4));
      return Optional.of(
          LocalTime.of(Integer.parseInt(clock.group(2)), Integer.parseInt(clock.group(3)), second));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Reading dayFirst(MatchResult found) {
    var dayFirst = date(found, 3, 2, 1);
    var monthFirst = date(found, 3, 1, 2);
    if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
      return new Reading.Ambiguous(dayFirst.get(), monthFirst.get());
    }
    return certain(dayFirst);
  }

  private static Reading certain(Optional<LocalDate> date) {
    return date.<Reading>map(Reading.Certain::new).orElseGet(Reading.Unreadable::new);
  }

  private static Optional<LocalDate> date(MatchResult found, int year, int month, int day) {
    try {
      return Optional.of(
          LocalDate.of(number(found, year), number(found, month), number(found, day)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
