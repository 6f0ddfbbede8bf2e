package org.masterplan.platform.intake;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.platform.text.UnnamedColumn;

/** What a cell's text means. */
public final class Cells {
  private Cells() {}

  /** NFC, without outer space; a formula that our own export defused is itself again. */
  public static String clean(String cell) {
    return stripped(Formulas.restored(Normalizer.normalize(cell, Normalizer.Form.NFC)));
  }

  /** The cells by column; empty ones are absent. */
  static Map<String, String> values(List<String> columns, List<String> cells) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < cells.size(); i++) {
      var text = clean(cells.get(i));
      if (!text.isEmpty()) {
        values.put(i < columns.size() ? columns.get(i) : UnnamedColumn.name(i), text);
      }
    }
    return values;
  }

  /** As {@link String#strip()}, and also no-break spaces and byte order marks. */
  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\uFEFF';
  }
}
