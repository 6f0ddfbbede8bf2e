package org.masterplan.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A table being written, row by row; the first row is its header. */
interface Rows extends Closeable {

  void row(List<String> cells) throws IOException;

  /** UTF-8, commas. */
  static Rows csv(Path file, String... header) throws IOException {
    Rows rows = new DelimitedRows(file, "UTF-8", ",");
    rows.row(List.of(header));
    return rows;
  }

  /** As the source's system would write it. */
  static Rows of(Source source, Path file) throws IOException {
    Rows rows =
        switch (source.format()) {
          case CSV, TSV -> new DelimitedRows(file, source.charset(), source.delimiter());
          case JSONL -> new JsonRows(file);
          case XLSX -> new XlsxRows(file);
        };
    rows.row(source.header());
    return rows;
  }
}
