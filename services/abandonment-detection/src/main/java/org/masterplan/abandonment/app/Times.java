package org.masterplan.abandonment.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads times and dates in the ways that people and platforms write them. */
final class Times {
  private static final DateTimeFormatter DATE = strict("[uuuu-MM-dd][dd/MM/uuuu][dd-MM-uuuu]");
  private static final DateTimeFormatter LOCAL =
      strict("[uuuu-MM-dd][dd/MM/uuuu][dd-MM-uuuu][' ']['T']HH:mm[:ss][.SSS]");

  private static final List<BiFunction<String, ZoneId, Instant>> FORMS =
      List.of(
          (text, _) -> OffsetDateTime.parse(text).toInstant(),
          (text, zone) -> LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant(),
          (text, zone) -> LocalDate.parse(text, DATE).atStartOfDay(zone).toInstant());

  private Times() {}

  /** A moment; a form without a zone is read in {@code zone}. Empty if it is none of ours. */
  static Optional<Instant> instant(String text, ZoneId zone) {
    for (var form : FORMS) {
      try {
        return Optional.of(form.apply(text, zone));
      } catch (DateTimeException _) {
        // Not this form; the next one may fit.
      }
    }
    return Optional.empty();
  }

  /** A date, or the date of a moment. */
  static Optional<LocalDate> date(String text, ZoneId zone) {
    return instant(text, zone).map(i -> i.atZone(zone).toLocalDate());
  }

  private static DateTimeFormatter strict(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
