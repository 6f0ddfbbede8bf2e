package org.masterplan.matching.mapping;

import java.util.regex.Pattern;

/** How a column's values are written, where one value alone does not tell. */
final class FoundFormats {
  private static final Pattern THREE =
      Pattern.compile("([0-9]{1,2})([-/. ])([0-9]{1,2})\\2([0-9]{2}|[0-9]{4})(?:[T ].*)?");
  private static final int FEW = 2;

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
    int dayFirst = 0;
    int monthFirst = 0;
    var separator = "";
    boolean shortYear = false;
    for (var cell : values.cells()) {
      var date = THREE.matcher(cell);
      if (date.matches()) {
        separator = date.group(2);
        shortYear |= date.group(4).length() == 2;
        dayFirst += Integer.parseInt(date.group(1)) > 12 ? 1 : 0;
        monthFirst += Integer.parseInt(date.group(3)) > 12 ? 1 : 0;
      }
    }
    if (separator.isEmpty()) {
      return "";
    }
    boolean american = monthFirst > FEW * dayFirst;
    var order = american ? "MM" + separator + "dd" : "dd" + separator + "MM";
    return order + separator + (shortYear ? "yy" : "yyyy");
  }

  /** 1 and 0 instead of 1 and 2: the second of the two is female in most forms. */
  private static String gender(ColumnValues values) {
    boolean nought = values.cells().stream().anyMatch(c -> c.equals("0") || c.equals("0.0"));
    boolean two = values.cells().stream().anyMatch(c -> c.equals("2") || c.equals("2.0"));
    return nought && !two ? "M=1 F=0" : "";
  }
}
