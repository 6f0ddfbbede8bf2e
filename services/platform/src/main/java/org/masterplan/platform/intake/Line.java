package org.masterplan.platform.intake;

import java.util.Map;
import org.masterplan.kernel.intake.Row;

/**
 * One line of a text file.
 *
 * @param number counted from 1
 * @param text without its line break; the beginning only if it was too long
 */
record Line(long number, String text, Flaw flaw) {
  /** Why a line cannot be read. */
  enum Flaw {
    NONE,
    LINE_TOO_LONG,
    LINE_UNDECODABLE,
    LINE_HOLDS_NUL
  }

  boolean isBlank() {
    return flaw == Flaw.NONE && text.isBlank();
  }

  Row.Bad refused(Map<String, String> about) {
    return Row.Bad.unreadable(number, flaw.name(), about);
  }
}
