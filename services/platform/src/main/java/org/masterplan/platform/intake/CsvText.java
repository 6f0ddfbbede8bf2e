package org.masterplan.platform.intake;

import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV (RFC 4180) that no spreadsheet runs. */
public final class CsvText {
  private CsvText() {}

  /** One record with its line break. */
  public static String record(List<String> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    var safe = Formulas.defused(text);
    boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
