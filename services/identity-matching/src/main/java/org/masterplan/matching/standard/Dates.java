package org.masterplan.matching.standard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

/**
 * Birth dates as {@code yyyy-MM-dd}, {@code yyyy} where no more is known. A day that does not exist
 * keeps its parts, because one wrong digit leaves the others right.
 */
final class Dates {
  private static final Pattern FRACTION = Pattern.compile("\\.0+$");
  private static final Pattern TIME = Pattern.compile("[T ]+[0-9]{1,2}:.*$");
  private static final Pattern APART = Pattern.compile("[^0-9]+");
  private static final int LONGEST = 40;

  /** With a time of day and whatever stands behind it. */
  private static final int LONGEST_CELL = 200;

  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2100;
  private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

  /** What systems store where nothing was given. */
  private static final Set<String> NOBODY =
      Set.of(
          "1900-01-01",
          "1899-12-30",
          "1899-12-31",
          "1901-01-01",
          "1970-01-01",
          "1753-01-01",
          "0001-01-01",
          "1111-11-11",
          "9999-12-31",
          "0000-00-00",
          "1900-01-00",
          "9999-09-09");

  private final int thisYear;

  /**
   * Reads dates as of a year.
   *
   * @param thisYear two digits above its last two are of the century before
   */
  Dates(int thisYear) {
    this.thisYear = thisYear;
  }

  Standardised date(String raw, Optional<DateFormat> format) {
    var cell = raw.strip();
    if (cell.length() > LONGEST_CELL) {
      return unread(raw);
    }
    var text = FRACTION.matcher(TIME.matcher(cell).replaceFirst("")).replaceFirst("");
    if (text.isEmpty()) {
      return Standardised.missing(raw);
    }
    if (text.length() > LONGEST) {
      return unread(raw);
    }
    text = DateFormat.withoutNames(text);
    var groups = APART.splitAsStream(text).filter(g -> !g.isEmpty()).toArray(String[]::new);
    var steps = EnumSet.noneOf(Step.class);
    return switch (groups.length) {
      case 1 -> one(raw, groups[0], format, steps);
      case 2 -> monthAndYear(raw, groups, steps);
      case 3 -> three(raw, groups, format, steps);
      default -> unread(raw);
    };
  }

  /** The year of a date, or a year alone. */
  Standardised year(String raw, Optional<DateFormat> format) {
    var date = date(raw, format);
    var year = date.part(Part.YEAR);
    if (year.isEmpty()) {
      return date;
    }
    return new Standardised(
        raw,
        year,
        year,
        List.of(year),
        Map.of(Part.YEAR, year),
        List.of(),
        date.part(Part.DAY).isEmpty() ? date.validity() : validity(year),
        date.how());
  }

  private static Validity validity(String year) {
    int y = Integer.parseInt(year);
    return y >= FIRST_YEAR && y <= LAST_YEAR ? Validity.VALID : Validity.INVALID;
  }

  private static Standardised unread(String raw) {
    return PlainStandards.unread(raw);
  }

  private Standardised one(
      String raw, String digits, Optional<DateFormat> format, EnumSet<Step> steps) {
    var cut = format.flatMap(f -> f.cut(digits));
    var order = format.filter(f -> f.order().endsWith("y")).orElse(DateFormat.DAY_FIRST);
    if (cut.isEmpty()) {
      return packed(raw, digits, order, steps);
    }
    var asSaid = ordered(raw, cut.get(), format.get(), EnumSet.copyOf(steps));
    var byItself = packed(raw, digits, order, steps);
    boolean otherwise = asSaid.validity() == Validity.INVALID && whole(byItself);
    return otherwise ? byItself : asSaid;
  }

  private static boolean whole(Standardised date) {
    return date.validity() == Validity.VALID && !date.part(Part.DAY).isEmpty();
  }

  /**
   * Digits in which nothing stands between the parts.
   *
   * @param order of those that end with the year
   */
  private Standardised packed(String raw, String digits, DateFormat order, EnumSet<Step> steps) {
    return switch (digits.length()) {
      case 1 -> digits.equals("0") ? Standardised.placeholder(raw) : unread(raw);
      case 2 -> yearAlone(raw, century(digits, steps), steps);
      case 4 -> yearAlone(raw, digits, steps);
      case 5 -> serial(raw, digits, steps);
      case 6 -> ordered(raw, pieces(digits, 2, 4), order, steps);
      case 7 -> ordered(raw, pieces("0" + digits, 2, 4), order, steps);
      case 8 -> eight(raw, digits, order, steps);
      default -> unread(raw);
    };
  }

  /**
   * Year first, as data bases write it, unless only the other end can be a year, or only so it is a
   * date: 19051988 is of May 1988. Never are both, since a year at the end begins with 18 to 21,
   * which is no month.
   */
  private Standardised eight(String raw, String digits, DateFormat order, EnumSet<Step> steps) {
    if (plausible(digits.substring(4))) {
      var yearLast = ordered(raw, pieces(digits, 2, 4), order, EnumSet.copyOf(steps));
      if (whole(yearLast) || !plausible(digits.substring(0, 4))) {
        return yearLast;
      }
    }
    return value(raw, digits.substring(0, 4), digits.substring(4, 6), digits.substring(6), steps);
  }

  private static boolean plausible(String year) {
    return validity(year) == Validity.VALID;
  }

  private static String[] pieces(String digits, int first, int second) {
    return new String[] {
      digits.substring(0, first), digits.substring(first, second), digits.substring(second)
    };
  }

  private static Standardised serial(String raw, String digits, Set<Step> steps) {
    var day = SPREADSHEET_EPOCH.plusDays(Long.parseLong(digits)).toString();
    steps.add(Step.SERIAL_DAY);
    return value(raw, day.substring(0, 4), day.substring(5, 7), day.substring(8), steps);
  }

  private static Standardised monthAndYear(String raw, String[] groups, Set<Step> steps) {
    boolean yearFirst = groups[0].length() == 4;
    var year = groups[yearFirst ? 0 : 1];
    return year.length() == 4 ? yearAlone(raw, year, steps) : unread(raw);
  }

  private Standardised three(
      String raw, String[] groups, Optional<DateFormat> format, Set<Step> steps) {
    if (groups[0].length() == 4 && groups[1].length() <= 2 && groups[2].length() <= 2) {
      return value(raw, groups[0], groups[1], groups[2], steps);
    }
    boolean dates =
        groups[0].length() <= 2
            && groups[1].length() <= 2
            && (groups[2].length() == 4 || groups[2].length() == 2);
    if (!dates) {
      return unread(raw);
    }
    if (format.isEmpty() && !groups[0].equals(groups[1]) && both(groups)) {
      steps.add(Step.ORDER_OF_DAY_UNSURE);
    }
    boolean last = format.map(f -> f.order().endsWith("y")).orElse(true);
    var order =
        last || groups[2].length() == 2
            ? format.orElse(DateFormat.DAY_FIRST)
            : DateFormat.DAY_FIRST;
    return ordered(raw, groups, order, steps);
  }

  private static boolean both(String[] groups) {
    return Integer.parseInt(groups[0]) <= 12 && Integer.parseInt(groups[1]) <= 12;
  }

  private Standardised ordered(String raw, String[] groups, DateFormat format, Set<Step> steps) {
    var day = format.part(groups, 'd');
    var month = format.part(groups, 'M');
    var year = format.part(groups, 'y');
    if (Integer.parseInt(month) > 12 && Integer.parseInt(day) <= 12) {
      steps.add(Step.PARTS_SWAPPED);
      var other = day;
      day = month;
      month = other;
    }
    return value(raw, year.length() <= 2 ? century(year, steps) : year, month, day, steps);
  }

  private String century(String year, Set<Step> steps) {
    steps.add(Step.CENTURY_ASSUMED);
    var two = two(year);
    return (Integer.parseInt(two) > thisYear % 100 ? "19" : "20") + two;
  }

  private static Standardised yearAlone(String raw, String year, Set<Step> steps) {
    if (year.equals("0000") || year.equals("9999") || year.equals("1900")) {
      return Standardised.placeholder(raw);
    }
    steps.add(Step.YEAR_ONLY);
    return new Standardised(
        raw,
        year,
        year,
        List.of(year),
        Map.of(Part.YEAR, year),
        List.of(),
        validity(year),
        Step.texts(steps));
  }

  private static Standardised value(
      String raw, String year, String month, String day, Set<Step> steps) {
    var m = two(month);
    var d = two(day);
    var iso = year + "-" + m + "-" + d;
    if (NOBODY.contains(iso)) {
      return Standardised.placeholder(raw);
    }
    if (m.equals("00") || d.equals("00")) {
      return yearAlone(raw, year, steps);
    }
    boolean exists = exists(year, m, d);
    if (!exists) {
      steps.add(Step.NO_SUCH_DAY);
    } else if (m.equals("01") && d.equals("01")) {
      steps.add(Step.FIRST_OF_JANUARY);
    }
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.YEAR, year);
    parts.put(Part.MONTH, m);
    parts.put(Part.DAY, d);
    var validity = exists && plausible(year) ? Validity.VALID : Validity.INVALID;
    return new Standardised(
        raw, iso, iso, List.of(iso), parts, List.of(), validity, Step.texts(steps));
  }

  private static boolean exists(String year, String month, String day) {
    int m = Integer.parseInt(month);
    return m <= 12 && YearMonth.of(Integer.parseInt(year), m).isValidDay(Integer.parseInt(day));
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }
}
