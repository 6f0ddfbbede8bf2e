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
  private static final Pattern YEAR = Pattern.compile("([0-9]{4})(?:\\.0)?");
  private static final Pattern SPREADSHEET_DAY = Pattern.compile("([1-5][0-9]{4})(?:\\.0)?");
  private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /** Where it does not matter which day is today. */
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private static final int LENGTH = FIRST.toString().length();

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

  /** Whether somebody can be born on that day, or in that year, who is known today. */
  public static boolean possible(String read, LocalDate today) {
    return first(read).compareTo(read) <= 0 && read.compareTo(last(read, today)) <= 0;
  }

  /** Whether it looks like a day, or a year, of birth, whichever day is today. */
  public static boolean looksRight(String read) {
    return possible(read, LAST);
  }

  /** The first day that is possible, or the first year, where that is what was read. */
  public static String first(String read) {
    return FIRST.toString().substring(0, read.length());
  }

  /** The last day that is possible, or the last year, where that is what was read. */
  public static String last(String read, LocalDate today) {
    return today.toString().substring(0, read.length());
  }

  private static Optional<String> formatted(String text, String format) {
    try {
      return written(LocalDate.parse(text, style(format)));
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
    try {
      int y = Integer.parseInt(year);
      return written(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Of a year of four digits. */
  private static Optional<String> written(LocalDate day) {
    return Optional.of(day.toString()).filter(text -> text.length() == LENGTH);
  }
}
