package org.masterplan.platform.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How days and times stand in a sentence: as its reader writes them. What was told as anything else
 * than an ISO day or an ISO time with its offset stays as it is.
 */
final class Moments {
  private static final String OFFSET = " ('UTC'xxx)";
  private static final String NO_OFFSET = " ('UTC')";

  private Moments() {}

  /** {@code 2026-11-21} as 21 Nov 2026 or 21/11/2026. */
  static String day(String iso, Locale locale) {
    try {
      return format(isVietnamese(locale) ? "d/M/yyyy" : "d MMM yyyy").format(LocalDate.parse(iso));
    } catch (DateTimeException _) {
      return iso;
    }
  }

  /** {@code 2026-11-21T08:00+07:00} to the minute, with the offset that it was told with. */
  static String time(String iso, Locale locale) {
    try {
      var time = OffsetDateTime.parse(iso);
      var offset = time.getOffset().getTotalSeconds() == 0 ? NO_OFFSET : OFFSET;
      var pattern = isVietnamese(locale) ? "HH:mm, d/M/yyyy" : "d MMM yyyy, HH:mm";
      return format(pattern + offset).format(time);
    } catch (DateTimeException _) {
      return iso;
    }
  }

  /** Names of months stand in English texts alone. */
  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }

  private static boolean isVietnamese(Locale locale) {
    return locale.getLanguage().equals("vi");
  }
}
