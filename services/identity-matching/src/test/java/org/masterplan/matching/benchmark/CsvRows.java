package org.masterplan.matching.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;

/** Rows of a file of {@link GeneratedFiles}, of which every cell is quoted and no line broken. */
final class CsvRows implements Rows {
  private final BufferedReader in;
  private final List<String> columns;
  private String next;
  private long line = 1;

  CsvRows(Path file) {
    try {
      in = Files.newBufferedReader(file);
      columns = cells(in.readLine());
      next = line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() throws IOException {
    var read = in.readLine();
    return read == null ? "" : read;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    int from = 1;
    while (from <= line.length()) {
      int end = line.indexOf('"', from);
      boolean escaped = false;
      while (end + 1 < line.length() && line.charAt(end + 1) == '"') {
        escaped = true;
        end = line.indexOf('"', end + 2);
      }
      var cell = line.substring(from, end);
      cells.add(escaped ? cell.replace("\"\"", "\"") : cell);
      from = end + 3;
    }
    return cells;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean hasNext() {
    return !next.isEmpty();
  }

  @Override
  public Row next() {
    var cells = cells(next);
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        values.put(columns.get(i), cells.get(i));
      }
    }
    try {
      next = line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Row.Good(++line, values);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
