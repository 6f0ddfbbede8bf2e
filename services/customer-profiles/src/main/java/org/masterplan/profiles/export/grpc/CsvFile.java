package org.masterplan.profiles.export.grpc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.masterplan.platform.intake.CsvText;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.RowColumns;

/** People as CSV; lists have semicolons between. */
final class CsvFile implements RowFile {
  private final List<RowColumns.Cell> columns;
  private final OutputStream out;

  CsvFile(RowColumns columns, OutputStream out) throws IOException {
    this.columns = columns.ofFile();
    this.out = out;
    write(this.columns.stream().map(cell -> cell.column().name()).toList());
  }

  @Override
  public void row(ExportRow row) throws IOException {
    write(columns.stream().map(cell -> Objects.toString(cell.of(row), "")).toList());
  }

  @Override
  public void end() throws IOException {
    out.close();
  }

  private void write(List<String> cells) throws IOException {
    out.write(CsvText.record(cells).getBytes(StandardCharsets.UTF_8));
  }
}
