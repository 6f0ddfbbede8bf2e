package org.masterplan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads every database back with nothing but its line in the manifest. */
class SourceFilesTest {
  @TempDir static Path folder;
  private static Path out;

  @BeforeAll
  static void generate() throws IOException {
    out = folder.resolve("demo");
    DemoEnterprise.generate(new Options(2_000, 11, out));
  }

  /** A malformed byte is an error, not a question mark. */
  private static String text(Source source) throws IOException {
    Charset charset = Charset.forName(source.charset().replace("-BOM", ""));
    byte[] bytes = Files.readAllBytes(out.resolve("sources").resolve(source.file()));
    String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<List<String>> rows(Source source) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : text(source).toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == source.delimiter().charAt(0))) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }

  private static Map<String, Integer> recordsBySource() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    Files.readAllLines(out.resolve("truth/records.csv")).stream()
        .skip(1)
        .forEach(line -> counts.merge(line.split(",", -1)[0], 1, Integer::sum));
    return counts;
  }

  @Test
  @Tag("cap-8")
  void cap008_everyFile_holdsItsRecords() throws IOException {
    Map<String, Integer> expected = recordsBySource();
    assertThat(expected).hasSize(76);
    for (Source source : Source.all()) {
      int records =
          switch (source.format()) {
            case CSV, TSV -> rows(source).size() - 1;
            case JSONL -> (int) text(source).lines().count();
            case XLSX -> sheetRows(source) - 1;
          };
      assertThat(records).as(source.id()).isEqualTo(expected.get(source.id()));
    }
  }

  private static int sheetRows(Source source) throws IOException {
    try (ZipFile zip = new ZipFile(out.resolve("sources").resolve(source.file()).toFile())) {
      byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      return new String(sheet, java.nio.charset.StandardCharsets.UTF_8).split("<row ", -1).length
          - 1;
    }
  }

  @Test
  void delimitedFiles_areNotRagged() throws IOException {
    for (Source source : Source.all()) {
      if (source.format() == Source.Format.CSV || source.format() == Source.Format.TSV) {
        assertThat(rows(source))
            .as(source.id())
            .allSatisfy(row -> assertThat(row).hasSameSizeAs(source.columns()));
      }
    }
  }

  @Test
  @Tag("cap-8")
  void cap008_schemas_differ() {
    Set<List<String>> headers = new HashSet<>();
    Set<String> dates = new HashSet<>();
    for (Source source : Source.all()) {
      headers.add(source.header());
      dates.add(source.dates());
    }
    assertThat(headers).hasSizeGreaterThan(40);
    assertThat(dates).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void shuffle_isAPermutation() {
    for (long size : new long[] {1, 2, 7, 64, 1000}) {
      Shuffle shuffle = new Shuffle(99, size);
      Set<Long> seen = new HashSet<>();
      for (long i = 0; i < size; i++) {
        assertThat(seen.add(shuffle.at(i))).isTrue();
        assertThat(shuffle.at(i)).isBetween(0L, size - 1);
      }
    }
  }
}
