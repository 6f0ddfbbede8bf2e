package org.masterplan.matching.mapping;

import java.util.regex.Pattern;

/** How a column's values are written, where one value alone does not tell. */
final class FoundFormats {
  private static final Pattern THREE =
      Pattern.compile("([0-9]{1,2})([-/. ])([0-9]{1,2})\\2([0-9]{2}|[0-9]{4})(?:[T ].*)?");

  /** A year at the end; one at the beginning is read by itself. */
  private static final Pattern PACKED = Pattern.compile("([0-9]{2})([0-9]{2})(?:19|20)[0-9]{2}");

  private static final int FEW = 2;
  private static final int LAST_MONTH = 12;

  private FoundFormats() {}

  /** The format, empty where none is needed. */
  static String of(String field, ColumnValues values) {
    return switch (field) {
      case "birthDate" -> date(values);
      case "gender" -> gender(values);
      default -> "";
    };
  }

  /** Whether the day or the month comes first, by the values that can be read in one way only. */
  private static String date(ColumnValues values) {
    var order = new Order();
    for (var cell : values.cells()) {
      var date = THREE.matcher(cell);
      var packed = PACKED.matcher(cell);
      if (date.matches()) {
        order.saw(date.group(1), date.group(3));
        order.separated(date.group(2), date.group(4).length() == 2);
      } else if (packed.matches()) {
        order.saw(packed.group(1), packed.group(2));
      }
    }
    return order.format();
  }

  /** What the dates of a column tell of their order. */
  private static final class Order {
    private int seen;
    private int dayFirst;
    private int monthFirst;
    private String separator = "";
    private boolean shortYear;

    void saw(String first, String second) {
      boolean day = Integer.parseInt(first) > LAST_MONTH;
      boolean month = Integer.parseInt(second) > LAST_MONTH;
      seen += day && month ? 0 : 1;
      dayFirst += day && !month ? 1 : 0;
      monthFirst += month && !day ? 1 : 0;
    }

    void separated(String by, boolean ofTwoDigits) {
      separator = by;
      shortYear |= ofTwoDigits;
    }

    String format() {
      if (seen == 0) {
        return "";
      }
      boolean american = monthFirst > FEW * dayFirst;
      var order = american ? "MM" + separator + "dd" : "dd" + separator + "MM";
      return order + separator + (shortYear ? "yy" : "yyyy");
    }
  }

  /** 1 and 0 instead of 1 and 2: the second of the two is female in most forms. */
  private static String gender(ColumnValues values) {
    boolean nought = values.cells().stream().anyMatch(c -> c.equals("0") || c.equals("0.0"));
    boolean two = values.cells().stream().anyMatch(c -> c.equals("2") || c.equals("2.0"));
    return nought && !two ? "M=1 F=0" : "";
  }
}
