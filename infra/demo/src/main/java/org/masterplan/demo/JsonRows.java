package org.masterplan.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Lines; a value that is not there is left out. */
final class JsonRows implements Rows {
  private final Writer out;
  private List<String> header = List.of();

  JsonRows(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    if (header.isEmpty()) {
      header = List.copyOf(cells);
      return;
    }
    Map<String, String> line = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        line.put(header.get(i), cells.get(i));
      }
    }
    out.write(Json.of(line));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
