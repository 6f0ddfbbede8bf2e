package org.masterplan.platform.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a column is called to which its file gives no name. */
public final class UnnamedColumn {
  private static final Pattern NAME = Pattern.compile("column ([1-9][0-9]{0,5})");

  private UnnamedColumn() {}

  /** The name by which its cells are kept; {@code index} counts from 0. */
  public static String name(int index) {
    return "column " + (index + 1);
  }

  /** The name as the language says it; that of any other column as it is. */
  public static String said(String column, Locale locale) {
    var unnamed = NAME.matcher(column);
    return unnamed.matches()
        ? TextCatalogue.shared().say(locale, "COLUMN_UNNAMED", Map.of("number", unnamed.group(1)))
        : column;
  }
}
