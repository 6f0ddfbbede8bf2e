package org.masterplan.profiles.export.grpc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.masterplan.platform.intake.CsvText;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.RowColumns;

/** People as CSV; lists have semicolons between. */
final class CsvFile implements RowFile {
  private final RowColumns columns;
  private final OutputStream out;

  CsvFile(RowColumns columns, OutputStream out) throws IOException {
    this.columns = columns;
    this.out = out;
    var header = new ArrayList<>(List.of("profile", "aliases"));
    header.addAll(columns.fields());
    if (columns.further()) {
      header.add(RowColumns.MORE);
    }
    header.addAll(List.of("records", "consents", "segments", "createTime", "updateTime"));
    header.add("leftOut");
    write(header);
  }

  @Override
  public void row(ExportRow row) throws IOException {
    var cells = new ArrayList<>(List.of(row.profile(), list(row.aliases())));
    columns.fields().forEach(field -> cells.add(row.values().getOrDefault(field, "")));
    if (columns.further()) {
      cells.add(columns.furtherText(row));
    }
    cells.add(list(row.given().records()));
    cells.add(list(row.consentTexts()));
    cells.add(list(row.segments()));
    cells.add(row.createdAt().toString());
    cells.add(row.updatedAt().toString());
    cells.add(Integer.toString(row.given().leftOut()));
    write(cells);
  }

  @Override
  public void end() throws IOException {
    out.close();
  }

  private void write(List<String> cells) throws IOException {
    out.write(CsvText.record(cells).getBytes(StandardCharsets.UTF_8));
  }

  private static String list(List<String> items) {
    return String.join(";", items);
  }
}
