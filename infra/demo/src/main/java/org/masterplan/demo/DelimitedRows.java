package org.masterplan.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CSV and TSV by RFC 4180, in any charset. */
final class DelimitedRows implements Rows {
  private final Writer out;
  private final String delimiter;
  private final boolean windows1258;

  DelimitedRows(Path file, String charset, String delimiter) throws IOException {
    this.delimiter = delimiter;
    this.windows1258 = charset.equals("windows-1258");
    CharsetEncoder encoder =
        Charset.forName(charset.replace("-BOM", ""))
            .newEncoder()
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), encoder));
    if (charset.endsWith("-BOM") || charset.equals("UTF-16LE")) {
      out.write('\uFEFF');
    }
  }

  @Override
  public void row(List<String> cells) throws IOException {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(line.isEmpty() ? "" : delimiter).append(quoted(cell));
      if (cell.isEmpty() && line.isEmpty()) {
        line.append("\"\"");
      }
    }
    out.write(windows1258 ? Marks.forWindows1258(line.toString()) : line.toString());
    out.write('\n');
  }

  private String quoted(String cell) {
    boolean plain = !cell.contains(delimiter) && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
