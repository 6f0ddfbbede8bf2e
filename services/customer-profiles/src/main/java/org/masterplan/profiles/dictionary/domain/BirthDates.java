package org.masterplan.profiles.dictionary.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Birth dates and years in one form, {@code yyyy-MM-dd} and {@code yyyy}. */
public final class BirthDates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(?:[T ].*)?");
  private static final Pattern PACKED = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?:\\.0)?");
  private static final Pattern SPREADSHEET_DAY = Pattern.compile("([1-5][0-9]{4})(?:\\.0)?");
  private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private BirthDates() {}

  /**
   * The day in {@code text}. Without a format the day comes before the month, as Vietnam writes;
   * where only the other order can be a date, that is taken.
   */
  public static Optional<String> day(String text, String format) {
    var plain = text.strip();
    if (!format.isEmpty()) {
      return formatted(plain, format);
    }
    var yearFirst = YEAR_FIRST.matcher(plain);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    var dayFirst = DAY_FIRST.matcher(plain);
    if (dayFirst.matches()) {
      return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
          .or(() -> date(dayFirst.group(3), dayFirst.group(1), dayFirst.group(2)));
    }
    var packed = PACKED.matcher(plain);
    if (packed.matches()) {
      return date(packed.group(1), packed.group(2), packed.group(3));
    }
    var serial = SPREADSHEET_DAY.matcher(plain);
    return serial.matches()
        ? Optional.of(SPREADSHEET_EPOCH.plusDays(Long.parseLong(serial.group(1))).toString())
        : Optional.empty();
  }

  /** The year in {@code text}: a year alone, or that of a day. */
  public static Optional<String> year(String text, String format) {
    var year = YEAR.matcher(text.strip());
    return year.matches()
        ? Optional.of(year.group(1))
        : day(text, format).map(day -> day.substring(0, 4));
  }

  private static Optional<String> formatted(String text, String format) {
    try {
      return Optional.of(LocalDate.parse(text, style(format)).toString());
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** How the format writes and reads days; throws what its maker does if it is none. */
  static DateTimeFormatter style(String format) {
    return DateTimeFormatter.ofPattern(format.replace("yyyy", "uuuu"))
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static Optional<String> date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    try {
      return y < FIRST_YEAR || y > LAST_YEAR
          ? Optional.empty()
          : Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)).toString());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
