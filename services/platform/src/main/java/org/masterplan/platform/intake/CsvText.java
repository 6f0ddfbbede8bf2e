package org.masterplan.platform.intake;

import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV that no spreadsheet runs, quoted as in RFC 4180; lines end with a line feed. */
public final class CsvText {
  private CsvText() {}

  /** One record with its line break. */
  public static String record(List<String> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(String text) {
    var safe = Formulas.defused(text);
    boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
