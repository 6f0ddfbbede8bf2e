package org.masterplan.profiles.export.grpc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.platform.parquet.ParquetColumn;
import org.masterplan.platform.parquet.ParquetWriter;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.RowColumns;

/** People as Parquet; lists have semicolons between. */
final class ParquetRowFile implements RowFile {
  private final RowColumns columns;
  private final ParquetWriter out;

  ParquetRowFile(RowColumns columns, OutputStream out) throws IOException {
    this.columns = columns;
    this.out = new ParquetWriter(out, schema(columns));
  }

  private static List<ParquetColumn> schema(RowColumns columns) {
    var schema = new ArrayList<ParquetColumn>();
    schema.add(ParquetColumn.text("profile"));
    schema.add(ParquetColumn.text("aliases"));
    columns.fields().forEach(field -> schema.add(ParquetColumn.text(field)));
    if (columns.further()) {
      schema.add(ParquetColumn.text(RowColumns.MORE));
    }
    schema.add(ParquetColumn.text("records"));
    schema.add(ParquetColumn.text("consents"));
    schema.add(ParquetColumn.text("segments"));
    schema.add(ParquetColumn.moment("createTime"));
    schema.add(ParquetColumn.moment("updateTime"));
    schema.add(ParquetColumn.whole("leftOut"));
    return schema;
  }

  @Override
  public void row(ExportRow row) throws IOException {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(row.profile());
    cells.add(list(row.aliases()));
    columns.fields().forEach(field -> cells.add(row.values().get(field)));
    if (columns.further()) {
      var more = columns.furtherText(row);
      cells.add(more.isEmpty() ? null : more);
    }
    cells.add(list(row.given().records()));
    cells.add(list(row.consentTexts()));
    cells.add(list(row.segments()));
    cells.add(row.createdAt());
    cells.add(row.updatedAt());
    cells.add((long) row.given().leftOut());
    out.row(cells);
  }

  @Override
  public void end() throws IOException {
    out.close();
  }

  private static @Nullable String list(List<String> items) {
    return items.isEmpty() ? null : String.join(";", items);
  }
}
