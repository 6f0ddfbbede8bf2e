package org.masterplan.profiles.export.grpc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.platform.parquet.ParquetWriter;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.RowColumns;
import org.masterplan.profiles.export.parquet.ParquetColumns;

/** People as Parquet; lists have semicolons between. */
final class ParquetRowFile implements RowFile {
  private final List<RowColumns.Cell> columns;
  private final ParquetWriter out;

  ParquetRowFile(RowColumns columns, OutputStream out) throws IOException {
    this.columns = columns.ofFile();
    var schema = this.columns.stream().map(RowColumns.Cell::column).toList();
    this.out = new ParquetWriter(out, ParquetColumns.of(schema));
  }

  @Override
  public void row(ExportRow row) throws IOException {
    var cells = new ArrayList<@Nullable Object>(columns.size());
    columns.forEach(cell -> cells.add(cell.of(row)));
    out.row(cells);
  }

  @Override
  public void end() throws IOException {
    out.close();
  }
}
