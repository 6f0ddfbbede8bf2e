package org.masterplan.platform.intake;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would run as a formula. On export it gets an apostrophe in front, which
 * spreadsheets take as "this is text"; on import it is text as it stands, and an apostrophe that an
 * export put there is taken off, so that what goes out comes back.
 */
public final class Formulas {
  private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 .,]*");

  private Formulas() {}

  /** The text as a cell of an exported file. Numbers, also of telephones, stay as they are. */
  public static String defused(String text) {
    return runs(text) ? "'" + text : text;
  }

  /** Undoes {@link #defused}. */
  public static String restored(String text) {
    return text.startsWith("'") && runs(text.substring(1)) ? text.substring(1) : text;
  }

  private static boolean runs(String text) {
    return RUNS.matcher(text).matches() && !NUMBER.matcher(text).matches();
  }
}
