package org.masterplan.matching.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.matching.command.SampleFile;

/** A sample as it was written, with one label in every row. */
record SampleRows(String file) {
  LabelledSample labelled(String label) {
    var lines = file.lines().toList();
    var columns = List.of(lines.getFirst().split(","));
    var rows = new ArrayList<Row>();
    for (int n = 1; n < lines.size(); n++) {
      var cells = lines.get(n).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      var values = new LinkedHashMap<String, String>();
      for (int c = 0; c < cells.length; c++) {
        values.put(columns.get(c), columns.get(c).equals("same") ? label : cells[c]);
      }
      rows.add(new Row.Good(n + 1, values));
    }
    return SampleFile.read(Rows.of(columns, rows.iterator()));
  }
}
