package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.testkit.ParquetBytes;

/**
 * The same rows in every format that {@code resolve} reads answer the same, byte for byte. All
 * files have one name, because a record is known by it.
 */
@ResourceLock(Resources.LOCALE)
class ResolveFormatsTest {
  private static final Path CSV =
      Path.of("..", "..", "infra", "benchmarks", "data", "identity", "fake_1000.csv");

  @TempDir private Path folder;

  private List<String> columns = List.of();
  private final List<List<String>> table = new ArrayList<>();
  private List<String> expected = List.of();

  @BeforeEach
  void resolveTheRowsInCsv() throws IOException {
    try (var rows = new Uploads(Limits.usual()).open(CSV, "text/csv", Headers.asWritten())) {
      columns = rows.columns();
      rows.forEachRemaining(
          row -> table.add(columns.stream().map(c -> row.values().getOrDefault(c, "")).toList()));
    }
    expected = answers(CSV);
  }

  @Test
  void parquet_answersAsCsv() throws IOException {
    var bytes = new ParquetBytes(300, 0, -1, 0).write(columns, table);

    assertThat(answers(Files.write(folder.resolve("fake_1000.parquet"), bytes)))
        .isEqualTo(expected);
  }

  /** Ids are numbers there and the other cells texts; an empty cell is not written at all. */
  @Test
  void xlsx_answersAsCsv() throws IOException {
    var sheet = new StringBuilder("<worksheet><sheetData>");
    row(1, columns, sheet);
    for (int r = 0; r < table.size(); r++) {
      row(r + 2, table.get(r), sheet);
    }
    var bytes = OddFiles.workbook(sheet.append("</sheetData></worksheet>").toString());

    assertThat(answers(Files.write(folder.resolve("fake_1000.xlsx"), bytes))).isEqualTo(expected);
  }

  private static void row(int number, List<String> cells, StringBuilder sheet) {
    sheet.append("<row r=\"").append(number).append("\">");
    for (int c = 0; c < cells.size(); c++) {
      var at = (char) ('A' + c) + Integer.toString(number);
      if (number > 1 && c == 0) {
        sheet.append("<c r=\"%s\"><v>%s</v></c>".formatted(at, cells.get(c)));
      } else if (!cells.get(c).isEmpty()) {
        var text = cells.get(c).replace("&", "&amp;").replace("<", "&lt;");
        sheet.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text));
      }
    }
    sheet.append("</row>");
  }

  /** The crosswalk, the edges, and the waterfall of a pair. */
  private List<String> answers(Path file) throws IOException {
    var crosswalk = folder.resolve("crosswalk.csv");
    var edges = folder.resolve("edges.csv");
    var resolved =
        Typed.run(
            "resolve", "--out", crosswalk.toString(), "--edges", edges.toString(), file.toString());
    var explained = Typed.run("explain", file.toString(), "--pair", "fake_1000,0", "fake_1000,1");
    assertThat(resolved.ending()).as(resolved.errors()).isZero();
    assertThat(explained.ending()).as(explained.errors()).isZero();
    assertThat(Files.readAllLines(crosswalk)).hasSize(1001);
    return List.of(Files.readString(crosswalk), Files.readString(edges), explained.text());
  }
}
