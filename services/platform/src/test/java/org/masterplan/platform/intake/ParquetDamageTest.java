package org.masterplan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.platform.testkit.ParquetBytes;

/** Parquet files as they should not be. */
class ParquetDamageTest {
  static final String TYPE = "application/vnd.apache.parquet";
  static final List<String> COLUMNS = List.of("id", "tên");
  static final List<List<String>> PEOPLE =
      List.of(
          List.of("1", "Nguyễn Thị Hồng Nhung"),
          List.of("2", ""),
          List.of("3", "Trần Văn Bình"),
          List.of("4", "Lê Hoàng Yến"));

  /** So small that a bomb need not be large: 64 kB a page, 1 MB of text. */
  static final Limits SMALL = new Limits(1 << 20, 1 << 20, 1 << 20, 1 << 16, 5000, 100, 200);

  byte[] file = new ParquetBytes(2, 0, -1, 0).write(COLUMNS, PEOPLE);

  @Test
  void open_readsEveryRowOfEveryGroup_byTheFileOrByItsStream() throws IOException {
    var expected =
        List.of(
            UploadsTest.good(2, "id", "1", "tên", "Nguyễn Thị Hồng Nhung"),
            UploadsTest.good(3, "id", "2"),
            UploadsTest.good(4, "id", "3", "tên", "Trần Văn Bình"),
            UploadsTest.good(5, "id", "4", "tên", "Lê Hoàng Yến"));
    var path = Files.createTempFile("people", ".bin");
    try {
      Files.write(path, file);

      assertThat(all(uploads().open(path, "", Headers.asWritten()))).isEqualTo(expected);
      assertThat(read(file)).isEqualTo(expected);
    } finally {
      Files.delete(path);
    }
  }

  @Test
  void everyTruncation_isRefused() {
    for (int length = 0; length < file.length; length++) {
      var cut = Arrays.copyOf(file, length);
      assertThat(reason(cut))
          .as("first %d bytes", length)
          .isIn("FILE_PARQUET_BROKEN", "FILE_EMPTY");
    }
  }

  /** Most flipped bits are seen; those of text are other text, as they would be in a CSV file. */
  @Test
  void everyFlippedBit_isRefusedOrReadOtherwise_andNothingElse() {
    for (int bit = 0; bit < file.length * 8; bit++) {
      var flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertOrderly("bit " + bit, flipped);
    }
  }

  /** Also with a byte changed to each end of its range, which makes lengths and counts extreme. */
  @Test
  void everyExtremeByte_isRefusedOrReadOtherwise_andNothingElse() {
    for (int at = 0; at < file.length; at++) {
      for (int value : new int[] {0x00, 0x7F, 0x80, 0xFF}) {
        var changed = file.clone();
        changed[at] = (byte) value;
        assertOrderly("byte " + at + " = " + value, changed);
      }
    }
  }

  /** Of files as other programs write them, packed and encoded in most ways that are read. */
  @ParameterizedTest
  @ValueSource(strings = {"duckdb-plain", "duckdb-delta", "parquet-java-v2"})
  void everyChangedByteOfAPackedFile_isRefusedOrReadOtherwise_andNothingElse(String name)
      throws IOException {
    var whole = Files.readAllBytes(Path.of("src/test/resources/parquet", name + ".parquet"));
    int step = "full".equals(System.getProperty("masterplan.counts")) ? 1 : 97;
    for (int at = 4; at < whole.length; at += step) {
      var changed = whole.clone();
      changed[at] ^= (byte) (1 << at % 8);
      try {
        read(changed);
      } catch (InvalidFields refused) {
        assertThat(refused.violations()).as("byte %d", at).hasSize(1);
      } catch (RuntimeException e) {
        throw new AssertionError("byte " + at, e);
      }
    }
  }

  private void assertOrderly(String about, byte[] bytes) {
    try {
      assertThat(read(bytes)).as(about).hasSizeLessThanOrEqualTo(PEOPLE.size() + 1);
    } catch (InvalidFields refused) {
      assertThat(refused.violations()).as(about).hasSize(1);
    } catch (RuntimeException e) {
      throw new AssertionError(about, e);
    }
  }

  @Test
  void endOfOtherOrEncryptedFiles_isRefusedByName() {
    assertThat(reason(ended("PARE"))).isEqualTo("FILE_PARQUET_ENCRYPTED");
    assertThat(reason(ended("PAR2"))).isEqualTo("FILE_PARQUET_BROKEN");
    var text = "id,tên\n1,a\n".getBytes(StandardCharsets.UTF_8);
    assertThat(reason(text)).isEqualTo("FILE_PARQUET_BROKEN");
  }

  private byte[] ended(String magic) {
    var other = file.clone();
    System.arraycopy(magic.getBytes(StandardCharsets.US_ASCII), 0, other, other.length - 4, 4);
    return other;
  }

  @Test
  void headerRowThatBeginsLikeAParquetFile_isStillText() {
    for (var header : List.of("PARENT,b", "PAR1,b", "PAR1\tb", "PARE")) {
      var bytes = (header + "\nx,y\n").getBytes(StandardCharsets.UTF_8);
      var rows = uploads().open(new ByteArrayInputStream(bytes), "text/csv", Headers.asWritten());
      assertThat(rows.columns().getFirst()).isEqualTo(header.split("[,\t]")[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 7, 99})
  void codecThatIsNotKnown_isNamed(int codec) {
    var refused = refused(new ParquetBytes(9, codec, -1, 0).write(COLUMNS, PEOPLE));

    assertThat(refused.reason()).isEqualTo("FILE_PARQUET_CODEC");
    assertThat(refused.about()).containsEntry("column", "id").containsKey("value");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6})
  void bytesThatAreNotPackedAsTheySay_endTheRows(int codec) {
    var rows = read(new ParquetBytes(9, codec, -1, 0).write(COLUMNS, PEOPLE));

    assertThat(rows).singleElement().isInstanceOf(Row.Bad.class);
    assertThat(((Row.Bad) rows.getFirst()).reason()).isEqualTo("FILE_PARQUET_BROKEN");
  }

  @Test
  void tooManyColumns_areCounted() {
    var names = IntStream.range(0, 3000).mapToObj(i -> "c" + i).toList();
    var refused = refused(ParquetBytes.of(names, List.of(Collections.nCopies(3000, "x"))));

    assertThat(refused.reason()).isEqualTo("FILE_COLUMNS");
    assertThat(refused.about()).containsEntry("found", "3000").containsEntry("max", "2000");
  }

  @ParameterizedTest
  @ValueSource(ints = {70_000_000, Integer.MAX_VALUE})
  void pageThatSaysThatItIsHuge_isRefused_beforeMemoryIsTaken(int stated) {
    var rows = read(new ParquetBytes(2, 0, stated, 0).write(COLUMNS, PEOPLE));

    assertThat(((Row.Bad) rows.getFirst()).reason()).isEqualTo("FILE_PARQUET_BOMB");
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 3})
  void pageThatLiesAboutItsSize_isRefused(int stated) {
    var rows = read(new ParquetBytes(2, 0, stated == -2 ? 1 : stated, 0).write(COLUMNS, PEOPLE));

    assertThat(((Row.Bad) rows.getFirst()).reason()).isEqualTo("FILE_PARQUET_BROKEN");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Integer.MAX_VALUE - 4, -1, -3})
  void pageThatSaysThatItHoldsOtherThanItDoes_isRefused(int more) {
    var rows = read(new ParquetBytes(2, 0, -1, more).write(COLUMNS, PEOPLE));

    assertThat(((Row.Bad) rows.getLast()).reason()).isEqualTo("FILE_PARQUET_BROKEN");
  }

  @Test
  void pagesThatAreTooMuchTogether_areRefused() {
    var names = IntStream.range(0, 10).mapToObj(i -> "c" + i).toList();
    var row = Collections.nCopies(10, "x".repeat(40));
    var rows = read(ParquetBytes.of(names, Collections.nCopies(1000, row)), SMALL);

    assertThat(((Row.Bad) rows.getFirst()).reason()).isEqualTo("FILE_PARQUET_BOMB");
  }

  @Test
  void moreRowsThanTextMayHold_areRefusedByTheFootersWordAlone() {
    var rows = Collections.nCopies(600_000, List.of("", ""));

    assertThat(refused(new ParquetBytes(1 << 14, 0, -1, 0).write(COLUMNS, rows), SMALL).reason())
        .isEqualTo("FILE_TOO_LARGE");
  }

  @Test
  void rowThatIsTooLongOrHoldsNul_isRejectedAlone() {
    var rows =
        read(
            ParquetBytes.of(
                COLUMNS,
                List.of(
                    List.of("1", "a"),
                    List.of("2", "x".repeat(5001)),
                    List.of("3", "a\0b"),
                    List.of("4", "d"))),
            SMALL);

    assertThat(rows).hasSize(4);
    assertThat(((Row.Bad) rows.get(1)).reason()).isEqualTo("LINE_TOO_LONG");
    assertThat(((Row.Bad) rows.get(2)).reason()).isEqualTo("LINE_HOLDS_NUL");
    assertThat(rows.get(3)).isEqualTo(UploadsTest.good(5, "id", "4", "tên", "d"));
  }

  @Test
  void bytesThatAreNoText_areRejectedAlone() {
    var bytes = ParquetBytes.of(COLUMNS, List.of(List.of("1", "abc"), List.of("2", "b")));
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("abc");
    bytes[at + 1] = (byte) 0xC3;

    var rows = read(bytes);

    assertThat(((Row.Bad) rows.get(0)).reason()).isEqualTo("LINE_UNDECODABLE");
    assertThat(((Row.Bad) rows.get(0)).field()).isEqualTo("tên");
    assertThat(rows.get(1)).isEqualTo(UploadsTest.good(3, "id", "2", "tên", "b"));
  }

  @Test
  void everyReason_isSaidInBothLanguages() throws IOException {
    for (var language : List.of("en", "vi")) {
      var texts = new java.util.Properties();
      try (var in =
          Files.newBufferedReader(
              Path.of(
                  "src/main/resources/META-INF/masterplan/texts_" + language + ".properties"))) {
        texts.load(in);
      }
      for (var reason : "BROKEN ENCRYPTED BOMB CODEC ENCODING NESTED BINARY".split(" ")) {
        assertThat(texts.getProperty("FILE_PARQUET_" + reason)).as(reason).contains("Parquet");
      }
    }
  }

  @Test
  void temporaryCopy_isDeleted_howeverItEnds() throws IOException {
    var copy = new AtomicReference<Path>();
    var rows =
        new TemporaryFile(
                1000,
                file -> {
                  copy.set(file);
                  return Rows.of(List.of(), Collections.emptyIterator());
                })
            .open(new ByteArrayInputStream(new byte[10]));
    assertThat(copy.get()).exists();
    rows.close();
    assertThat(copy.get()).doesNotExist();

    var refusing =
        new TemporaryFile(
            1000,
            file -> {
              copy.set(file);
              throw InvalidFields.of("file", "FILE_PARQUET_BROKEN", Map.of());
            });
    assertThatThrownBy(() -> refusing.open(new ByteArrayInputStream(new byte[10])))
        .isInstanceOf(InvalidFields.class);
    assertThat(copy.get()).doesNotExist();
    assertThatThrownBy(() -> refusing.open(new ByteArrayInputStream(new byte[1001])))
        .isInstanceOf(InvalidFields.class);
  }

  private static Uploads uploads() {
    return new Uploads(Limits.usual());
  }

  private static String reason(byte[] bytes) {
    return refused(bytes).reason();
  }

  private static Violation refused(byte[] bytes) {
    return refused(bytes, Limits.usual());
  }

  private static Violation refused(byte[] bytes, Limits limits) {
    var refused = catchThrowableOfType(InvalidFields.class, () -> read(bytes, limits));
    return refused.violations().getFirst();
  }

  private static List<Row> read(byte[] bytes) {
    return read(bytes, Limits.usual());
  }

  private static List<Row> read(byte[] bytes, Limits limits) {
    try (var in = new ByteArrayInputStream(bytes)) {
      return all(new Uploads(limits).open(in, TYPE, Headers.asWritten()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> all(Rows opened) {
    var found = new ArrayList<Row>();
    try (opened) {
      opened.forEachRemaining(found::add);
    }
    return found;
  }
}
