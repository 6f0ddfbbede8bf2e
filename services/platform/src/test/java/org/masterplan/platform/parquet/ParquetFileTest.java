package org.masterplan.platform.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

/** Files that other programs wrote; how, says the README beside them. */
class ParquetFileTest {
  static final Bounds BOUNDS = new Bounds(1 << 24, 1 << 26, 1 << 30, 1 << 30, 100, 10_000);
  static final Path FILES = Path.of("src/test/resources/parquet");

  @ParameterizedTest
  @CsvSource({
    "duckdb-plain, 40, 50",
    "duckdb-snappy, 2100, 6",
    "duckdb-gzip, 2100, 12",
    "duckdb-zstd, 2100, 12",
    "duckdb-delta, 200, 50",
    "duckdb-long, 200, 50",
  })
  void everyTypeOfDuckDb_isReadAsItsText(String name, int rows, int modulus) throws IOException {
    var read = read(name);

    assertThat(read).hasSize(rows);
    for (int i = 0; i < rows; i++) {
      assertThat(read.get(i)).as("row %d", i).isEqualTo(row(i % modulus));
    }
  }

  @Test
  void pagesOfTheSecondKind_ofParquetJava_areRead() throws IOException {
    var read = read("parquet-java-v2");

    assertThat(read).hasSize(300);
    for (int k = 0; k < 300; k++) {
      assertThat(read.get(k))
          .containsExactly(
              String.valueOf(k),
              k % 7 == 0 ? "" : String.valueOf(-9007199254740993L * k),
              k % 3 == 0 ? "" : plain(k / 4.0),
              k % 4 == 0 ? "" : String.valueOf(k % 3 == 0),
              k % 11 == 0 ? "" : "Nguyễn Văn " + k,
              "Huế " + k % 3);
    }
  }

  /** Pages with checksums show every flipped bit. */
  @Test
  void flippedBitOfACheckedPage_isSeen() throws IOException {
    var bytes = Files.readAllBytes(FILES.resolve("parquet-java-v2.parquet"));
    bytes[200] ^= 4;
    var copy = Files.createTempFile("flipped", ".parquet");
    try (var file = ParquetFile.open(Files.write(copy, bytes), BOUNDS)) {
      assertThatThrownBy(file::next).isInstanceOf(InvalidFields.class);
    } finally {
      Files.delete(copy);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "duckdb-map, FILE_PARQUET_NESTED",
    "duckdb-lists, FILE_PARQUET_NESTED",
    "duckdb-structs, FILE_PARQUET_NESTED",
    "duckdb-blob, FILE_PARQUET_BINARY",
  })
  void columnThatNoCellCouldHold_isRefusedByItsName(String name, String reason) {
    var refused = catchThrowableOfType(InvalidFields.class, () -> read(name));

    assertThat(refused.violations())
        .containsExactly(new Violation("file", reason, Map.of("column", "odd")));
  }

  @Test
  void numbers_areWrittenWithoutExponents_andTimesOfOldInUtc() {
    var none = new Meaning(Meaning.Kind.NONE, 0, 0, false);
    var number = Texts.of("x", Physical.DOUBLE, none);

    assertThat(number.of(9.12345678e8)).isEqualTo("912345678");
    assertThat(number.of(1.5e-7)).isEqualTo("0.00000015");
    assertThat(number.of(-0.0)).isEqualTo("0");
    assertThat(number.of(Double.NaN)).isEmpty();
    assertThat(Texts.of("x", Physical.FLOAT, none).of(0.1f)).isEqualTo("0.1");
    // Noon of the first day of 1970, as Spark wrote it.
    var julian = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    julian.putLong(43_200_000_000_000L).putInt(2_440_588);
    assertThat(Texts.of("x", Physical.INT96, none).of(julian.array()))
        .isEqualTo("1970-01-01T12:00:00Z");
  }

  private static List<List<String>> read(String name) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var file = ParquetFile.open(FILES.resolve(name + ".parquet"), BOUNDS)) {
      for (var row = file.next(); row != null; row = file.next()) {
        rows.add(row.cells());
      }
      assertThat(rows).hasSize((int) file.rows());
    }
    return rows;
  }

  /** What the statement says that the file was written with. */
  private static List<String> row(int k) {
    var row = new ArrayList<String>();
    row.add(String.valueOf(k));
    row.add(String.valueOf(9007199254740993L + k));
    row.add(k % 7 == 0 ? "" : plain(k / 4.0));
    row.add(plain(k / 8.0));
    row.add(k + ".50");
    row.add(new BigDecimal(k / 8.0).setScale(3).toPlainString());
    row.add(LocalDate.of(1990, 1, 31).plusDays(k).toString());
    row.add(
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            LocalDateTime.of(2026, 11, 22, 1, 2, 3, 500_000_000).plusMinutes(k)));
    row.add(k == 3 ? "2026-11-22" : "2026-11-22T01:02:03");
    row.add("2026-11-22T01:02:03Z");
    row.add("08:30:00");
    row.add(String.valueOf(k % 2 == 0));
    row.add(k % 11 == 0 ? "" : "Nguyễn Văn " + k);
    row.add(k % 7 == 0 || k % 5 == 0 ? "" : "09123456" + (10 + k) + "|0987654321");
    row.add("Huế");
    row.add(String.valueOf(k % 4));
    row.add("123e4567-e89b-12d3-a456-426614174000");
    row.add(String.valueOf(k * 5));
    return row;
  }

  private static String plain(double number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }
}
