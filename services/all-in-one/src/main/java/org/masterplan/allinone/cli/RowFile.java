package org.masterplan.allinone.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.masterplan.allinone.phrases.Phrases;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Uploads;

/** A table that is read from a file here, and not by the plan. */
final class RowFile {
  private static final Uploads UPLOADS = new Uploads(Limits.usual());
  private static final int COLUMNS_TOLD = 30;

  private RowFile() {}

  /** Its rows, their columns named as they are written. */
  static Rows open(Path file) throws Trouble {
    return open(file, file);
  }

  /** The same of a copy, which is called by the name of what it was made of. */
  static Rows open(Path copy, Path called) throws Trouble {
    var readable = ImportCommand.readable(copy);
    try {
      var rows = UPLOADS.open(readable, ImportCommand.type(copy), Headers.asWritten());
      return new NamedRows(rows, called);
    } catch (InvalidFields e) {
      throw unreadable(called, e);
    }
  }

  static Trouble unreadable(Path file, InvalidFields refusal) {
    return Trouble.unreadable(file + ": " + Faults.words(refusal));
  }

  /**
   * Refuses a file that lacks a column. Of a file of objects, whose rows each name their own,
   * nothing is asked.
   *
   * @param choices names, one of each of which has to be there
   */
  static void require(Path file, Rows rows, List<List<String>> choices) throws Trouble {
    if (!rows.columnsAreFinal()) {
      return;
    }
    var known = new HashSet<>(rows.columns());
    for (var names : choices) {
      if (names.stream().noneMatch(known::contains)) {
        throw Trouble.unreadable(
            Phrases.say(
                "resolve.noColumn",
                Map.of("file", file, "column", String.join(" / ", names), "found", told(rows))));
      }
    }
  }

  /** The columns there are, as many as a reader wants to see. */
  private static String told(Rows rows) {
    return String.join(", ", rows.columns().stream().limit(COLUMNS_TOLD).toList());
  }
}
