package org.masterplan.platform.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by the reader that other programs' files are tested with. */
class ParquetWriterTest {
  static final List<ParquetColumn> COLUMNS =
      List.of(
          ParquetColumn.text("name"),
          ParquetColumn.whole("count"),
          ParquetColumn.fraction("share"),
          ParquetColumn.truth("known"),
          ParquetColumn.moment("since"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 255, 1000, 50_000, 50_001, 120_000})
  void rows_areReadAsTheyWereWritten_inAnyNumber(int count) throws IOException {
    var file = written(count);

    try (var read = ParquetFile.open(file, ParquetFileTest.BOUNDS)) {
      assertThat(read.columns()).containsExactly("name", "count", "share", "known", "since");
      assertThat(read.rows()).isEqualTo(count);
      for (int i = 0; i < count; i++) {
        assertThat(Objects.requireNonNull(read.next()).cells()).as("row %d", i).isEqualTo(text(i));
      }
      assertThat(read.next()).isNull();
    }
  }

  @Test
  void aWriterThatIsNotClosed_leavesNoFileThatCouldBeRead() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new ParquetWriter(out, COLUMNS);
    writer.row(row(1));

    assertThat(out.toString(java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    writer.close();
    assertThat(out.toString(java.nio.charset.StandardCharsets.US_ASCII)).endsWith("PAR1");
    assertThat(writer.rows()).isEqualTo(1);
  }

  private Path written(int count) throws IOException {
    var file = folder.resolve("rows.parquet");
    try (var writer = new ParquetWriter(Files.newOutputStream(file), COLUMNS)) {
      for (int i = 0; i < count; i++) {
        writer.row(row(i));
      }
    }
    return file;
  }

  private static List<Object> row(int i) {
    return Arrays.asList(
        i % 3 == 0 ? null : "Nguyễn Thị Bưởi " + i,
        i % 5 == 1 ? null : -1_000_000_007L * i,
        i % 4 == 2 ? null : i / 4.0,
        i % 7 == 3 ? null : i % 2 == 0,
        i % 11 == 4 ? null : Instant.ofEpochSecond(1_700_000_000L + i, 123_456_000));
  }

  private static List<String> text(int i) {
    var text = new ArrayList<String>();
    for (var cell : row(i)) {
      text.add(
          switch (cell) {
            case null -> "";
            case Double fraction when fraction == Math.rint(fraction) ->
                String.valueOf(fraction.longValue());
            default -> cell.toString();
          });
    }
    return text;
  }
}
