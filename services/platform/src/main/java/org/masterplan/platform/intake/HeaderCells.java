package org.masterplan.platform.intake;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Tells a line of columns' names from one of values: of a file without a header somebody's data
 * would become names, which everybody reads, and that somebody would be missing.
 */
final class HeaderCells {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern NUMBER = Pattern.compile("[+(]?[0-9][0-9 .()-]*");

  /** As many as no year, or pair of years, has: of telephone numbers and numbers of identity. */
  private static final int DIGITS = 9;

  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4})([T ].*)?");
  private static final Pattern JSON = Pattern.compile("[{\\[]\\s*[\"{\\[].*", Pattern.DOTALL);

  private HeaderCells() {}

  /** Throws {@link InvalidFields}, which says the column and not the value, if one is a value. */
  static void check(List<String> header) {
    var value = firstValue(header);
    if (value.isPresent()) {
      var column = Integer.toString(value.getAsInt() + 1);
      throw InvalidFields.of("file", "HEADER_OF_VALUES", Map.of("column", column));
    }
  }

  private static OptionalInt firstValue(List<String> header) {
    return IntStream.range(0, header.size())
        .filter(i -> isValue(Cells.clean(header.get(i))))
        .findFirst();
  }

  private static boolean isValue(String cell) {
    return EMAIL.matcher(cell).matches()
        || isLongNumber(cell)
        || DATE.matcher(cell).matches()
        || JSON.matcher(cell).matches();
  }

  private static boolean isLongNumber(String cell) {
    return NUMBER.matcher(cell).matches()
        && cell.chars().filter(c -> c >= '0' && c <= '9').count() >= DIGITS;
  }
}
