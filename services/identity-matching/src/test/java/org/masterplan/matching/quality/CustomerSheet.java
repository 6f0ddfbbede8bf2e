package org.masterplan.matching.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.matching.command.CustomerFile;

/** A file of entities as somebody has it open to fill in. */
record CustomerSheet(List<String> columns, List<Map<String, String>> rows) {
  private static final Pattern CELL = Pattern.compile("(\"[^\"]*(?:\"\"[^\"]*)*\"|[^,\n]*)([,\n])");

  static CustomerSheet of(String file) {
    var lines = new ArrayList<List<String>>();
    lines.add(new ArrayList<>());
    for (var cell : CELL.matcher(file).results().toList()) {
      var text = cell.group(1);
      lines
          .getLast()
          .add(
              text.startsWith("\"")
                  ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                  : text);
      if (cell.group(2).equals("\n")) {
        lines.add(new ArrayList<>());
      }
    }
    lines.removeLast();
    var columns = List.copyOf(lines.removeFirst());
    var rows = new ArrayList<Map<String, String>>();
    for (var line : lines) {
      var row = new LinkedHashMap<String, String>();
      IntStream.range(0, columns.size()).forEach(c -> row.put(columns.get(c), line.get(c)));
      rows.add(row);
    }
    return new CustomerSheet(columns, rows);
  }

  /** With another value in every row of a column. */
  CustomerSheet with(String column, UnaryOperator<String> values) {
    var changed = new ArrayList<Map<String, String>>();
    for (var row : rows) {
      var copy = new LinkedHashMap<>(row);
      copy.compute(column, (name, value) -> values.apply(value == null ? "" : value));
      changed.add(copy);
    }
    return new CustomerSheet(columns, changed);
  }

  /** Labels by the entity's number. */
  CustomerSheet labelled(UnaryOperator<String> label) {
    var changed = new ArrayList<Map<String, String>>();
    for (var row : rows) {
      var copy = new LinkedHashMap<>(row);
      copy.put("elsewhere", label.apply(row.getOrDefault("entity", "")));
      changed.add(copy);
    }
    return new CustomerSheet(columns, changed);
  }

  CustomerSheet without(String column) {
    return new CustomerSheet(columns.stream().filter(c -> !c.equals(column)).toList(), rows);
  }

  CustomerSheet rows(List<Map<String, String>> others) {
    return new CustomerSheet(columns, others);
  }

  LabelledCustomers read() {
    var read =
        IntStream.range(0, rows.size()).mapToObj(n -> new Row.Good(n + 2L, rows.get(n))).toList();
    return CustomerFile.read(Rows.of(columns, read.iterator()));
  }
}
