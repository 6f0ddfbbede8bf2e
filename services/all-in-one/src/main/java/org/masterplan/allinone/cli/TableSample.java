package org.masterplan.allinone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.intake.Row;

/** The columns of a table and its first rows: enough to see what its columns are. */
record TableSample(List<String> columns, List<List<String>> rows) {
  private static final int ROWS = 500;

  /** A message that holds a sample must stay one that is sent at once. */
  private static final int CHARS = 1 << 20;

  /** Refuses a file that cannot be read, before a plan is asked to take it. */
  static TableSample of(Path file) throws Trouble {
    try (var table = RowFile.open(file)) {
      var columns = table.columns();
      var rows = new ArrayList<List<String>>();
      long chars = 0;
      while (rows.size() < ROWS && chars < CHARS && table.hasNext()) {
        if (table.next() instanceof Row.Good good) {
          var cells = columns.stream().map(good::value).toList();
          chars += cells.stream().mapToLong(String::length).sum() + cells.size();
          rows.add(cells);
        }
      }
      return new TableSample(columns, List.copyOf(rows));
    }
  }
}
