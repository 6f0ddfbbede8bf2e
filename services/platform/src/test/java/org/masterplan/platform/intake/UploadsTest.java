package org.masterplan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

class UploadsTest {
  static final Headers HEADERS =
      Headers.asWritten()
          .required("title", "name", "tên", "tên cộng đồng")
          .optional("link", "url", "đường dẫn");

  Limits limits = Limits.usual();

  @Test
  void open_readsCsvByKnownWordsWhateverTheDelimiter() {
    for (char delimiter : ",;\t|".toCharArray()) {
      var text = "TEN_CONG_DONG,Đường Dẫn,Khác\nMẹ Bỉm,https://a.vn,\n".replace(',', delimiter);

      var rows = rows(text);

      assertThat(rows)
          .containsExactly(new Row.Good(2, Map.of("title", "Mẹ Bỉm", "link", "https://a.vn")));
    }
  }

  @Test
  void open_takesTheDelimiterThatTheFileStates() {
    assertThat(rows("sep=;\ntitle;a,b\nx;y\n")).containsExactly(good(3, "title", "x", "a,b", "y"));
  }

  @Test
  void open_decodesEveryUsualEncoding() {
    var text = "title,link\nHội Mẹ Bỉm Sữa Đà Nẵng,x\n";
    for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      assertThat(rows(text.getBytes(Charset.forName(charset)))).as(charset).hasSize(1);
      assertThat(rows(("\uFEFF" + text).getBytes(Charset.forName(charset))))
          .containsExactly(good(2, "title", "Hội Mẹ Bỉm Sữa Đà Nẵng", "link", "x"));
    }
  }

  @Test
  void open_tellsVietnameseAndWesternCodePagesApart() {
    // Windows-1258 writes the tone behind the vowel, as a mark of its own.
    var marks = "title,link\nHô\u0323i Me\u0323 Bi\u0309m Sư\u0303a Đa\u0300 Nă\u0303ng,x\n";
    assertThat(rows(marks.getBytes(Charset.forName("windows-1258"))))
        .containsExactly(good(2, "title", "Hội Mẹ Bỉm Sữa Đà Nẵng", "link", "x"));
    var western = "title,link\nCafé Zürich garçon,x\n";
    assertThat(rows(western.getBytes(Charset.forName("windows-1252"))))
        .containsExactly(good(2, "title", "Café Zürich garçon", "link", "x"));
  }

  @Test
  void open_rejectsUndecodableRowsAndKeepsTheOthers() {
    var text = "title,link\nMẹ Bỉm,a\nX\u0001X,b\nSữa Đặc,c\n".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      text[i] = text[i] == 1 ? (byte) 0xE1 : text[i];
    }

    var rows = rows(text);

    assertThat(rows.get(0)).isEqualTo(good(2, "title", "Mẹ Bỉm", "link", "a"));
    assertBad(rows.get(1), 3, "LINE_UNDECODABLE");
    assertThat(rows.get(2)).isEqualTo(good(4, "title", "Sữa Đặc", "link", "c"));
  }

  @Test
  void open_rejectsRaggedRowsNamingTheColumn() {
    var rows = rows("title,link,x\na,b\na,b,c\na,b,c,d\na,b,c,\n");

    assertBad(rows.get(0), 2, "ROW_RAGGED");
    assertThat(((Row.Bad) rows.get(0)).field()).isEqualTo("x");
    assertThat(rows.get(1)).isInstanceOf(Row.Good.class);
    assertBad(rows.get(2), 4, "ROW_RAGGED");
    assertThat(rows.get(3)).isEqualTo(good(5, "title", "a", "link", "b", "x", "c"));
  }

  @Test
  void open_rejectsALineOfFiftyMegabytesAndGoesOn() {
    var line = new SequenceInputStream(stream("title,link\na,b\n"), new Endless('x', 50_000_000));
    var in = new SequenceInputStream(line, stream("\nc,d\n"));

    var rows = read(in, "text/csv");

    assertThat(rows).hasSize(3);
    assertBad(rows.get(1), 3, "LINE_TOO_LONG");
    assertThat(((Row.Bad) rows.get(1)).value()).hasSizeLessThanOrEqualTo(Row.Bad.MAX_VALUE);
    assertThat(rows.get(2)).isEqualTo(good(4, "title", "c", "link", "d"));
  }

  @Test
  void open_rejectsANulAndAnOpenQuoteAndGoesOn() {
    var rows = rows("title,link\na\u0000,b\n\"open,c\nd,e\n");

    assertBad(rows.get(0), 2, "LINE_HOLDS_NUL");
    assertBad(rows.get(1), 3, "QUOTE_OPEN");
    assertThat(rows.get(2)).isEqualTo(good(4, "title", "d", "link", "e"));
  }

  @Test
  void open_ofManyOpenQuotes_losesOnlyTheirLines() {
    var text = "title,link\n" + ("\"open,x\n" + "b,c\n".repeat(3000)).repeat(150);

    var rows = rows(text);

    assertThat(rows).hasSize(150 * 3001);
    assertThat(rows.stream().filter(row -> row instanceof Row.Bad)).hasSize(150);
  }

  @Test
  void open_keepsQuotedBreaksAndQuotes() {
    assertThat(rows("title,link\r\n\"a, \"\"b\"\"\r\nc\",d\r\ne,f"))
        .containsExactly(
            good(2, "title", "a, \"b\"\nc", "link", "d"), good(4, "title", "e", "link", "f"));
  }

  @Test
  void open_keepsAFormulaAsText() {
    assertThat(rows("title,link\n=1+1,'=2+2\n"))
        .containsExactly(good(2, "title", "=1+1", "link", "=2+2"));
  }

  @Test
  void open_ofAnEmptyFile_isRefused() {
    assertRefused("", "FILE_EMPTY");
    assertRefused("\n \n", "FILE_EMPTY");
    assertThat(rows("title\n")).isEmpty();
  }

  @Test
  void open_withoutARequiredColumn_saysWhatItLookedFor() {
    var refused = refusal("link,other\na,b\n".getBytes(StandardCharsets.UTF_8), "text/csv");

    assertThat(refused.violations().getFirst().reason()).isEqualTo("COLUMN_MISSING");
    assertThat(refused.violations().getFirst().about())
        .containsEntry("column", "title")
        .containsEntry("expected", "title, name, tên, tên cộng đồng")
        .containsEntry("found", "link, other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title,lan@x.vn",
        "title,0912 345 678",
        "title,+84 (91) 234-5678",
        "title,001192000018",
        "title,01/02/1990",
        "title,1990-02-01T00:00",
        "{\"title\":\"Lan\",title",
      })
  void open_ofAFileWithoutAHeader_isRefused_andDoesNotQuoteWhoIsInIt(String first) {
    var refused =
        catchThrowableOfType(InvalidFields.class, () -> rows(first + "\nBình,binh@x.vn\n"));

    assertThat(refused.violations())
        .extracting(Violation::reason)
        .containsExactly("HEADER_OF_VALUES");
    assertThat(refused.violations().getFirst().about()).containsOnlyKeys("column");
  }

  @Test
  void open_takesNamesThatHoldNumbers() {
    assertThat(rows("title,2019-2020,Doanh thu 01/2024,a@b\nLan,1,2,3\n"))
        .containsExactly(
            good(2, "title", "Lan", "2019-2020", "1", "Doanh thu 01/2024", "2", "a@b", "3"));
  }

  @Test
  void open_withAMappingOfTheCaller_takesThatColumnAndNoOther() {
    var headers = HEADERS.mapped(Map.of("title", "Nhóm"));

    assertThat(read(stream("name,nhóm\na,b\n"), "", headers))
        .containsExactly(good(2, "name", "a", "title", "b"));
  }

  @Test
  void open_withAColumnTwice_isRefused() {
    assertRefused("title,Tên\na,b\n", "COLUMN_TWICE");
  }

  @Test
  void open_ofAnotherFormat_isRefused() {
    assertThat(refusal(new byte[] {'%', 'P', 'D', 'F', '-'}, "").reason()).isNotEmpty();
    assertThat(refusal("title\n".getBytes(StandardCharsets.UTF_8), "image/png").violations())
        .allMatch(v -> v.reason().equals("FILE_FORMAT"));
  }

  @Test
  void open_beyondTheLimit_isRefusedWhileReading() {
    limits = new Limits(100_000, 1, 1, 1, 1000, 10, 10);
    var in = new SequenceInputStream(stream("title\n"), new Endless('\n', 200_000));

    var refused = catchThrowableOfType(InvalidFields.class, () -> read(in, "text/csv"));

    assertThat(refused.violations().getFirst().reason()).isEqualTo("FILE_TOO_LARGE");
  }

  @Test
  void open_readsJsonLines() {
    var text =
        """
        {"name":"Mẹ Bỉm","link":{"url":"u"},"tags":["a","b"],"n":1.50,"none":null}

        [1]
        {"name":
        {"a":1,"a":2}
        {"name":"x"} trailing
        {"name":"Sữa"}
        """;

    var rows = read(stream(text), "application/x-ndjson");

    assertThat(rows.get(0))
        .isEqualTo(good(1, "title", "Mẹ Bỉm", "link.url", "u", "tags", "a;b", "n", "1.50"));
    assertBad(rows.get(1), 3, "JSON_NO_OBJECT");
    assertBad(rows.get(2), 4, "JSON_MALFORMED");
    assertBad(rows.get(3), 5, "JSON_MALFORMED");
    assertBad(rows.get(4), 6, "JSON_MALFORMED");
    assertThat(rows.get(5)).isEqualTo(good(7, "title", "Sữa"));
  }

  @Test
  void distinct_rejectsTheSecondOfTwoIds() throws Exception {
    try (var rows =
        Distinct.by("title", new Uploads(limits).open(stream("title\na\nb\na\n"), "", HEADERS))) {
      var all = new ArrayList<Row>();
      rows.forEachRemaining(all::add);
      assertBad(all.get(2), 4, "ID_TWICE");
      assertThat(((Row.Bad) all.get(2)).about()).containsEntry("earlier", "2");
    }
  }

  @Property
  void record_writtenAsCsv_isReadBack(@ForAll("cells") List<String> cells) {
    var text = "a,b,c\r\n" + CsvText.record(cells);

    var rows = read(stream(text), "text/csv", Headers.asWritten());

    var expected = new LinkedHashMap<String, String>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        expected.put(List.of("a", "b", "c").get(i), cells.get(i).strip());
      }
    }
    // A record of nothing but empty cells reads as an empty row, or not at all.
    if (!expected.isEmpty()) {
      assertThat(rows).containsExactly(new Row.Good(2, expected));
    }
  }

  @Property
  void open_ofAnyBytes_answersRowsOrRefuses(@ForAll byte[] bytes) {
    try {
      assertThat(rows(bytes)).isNotNull();
    } catch (InvalidFields refused) {
      assertThat(refused.violations()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<List<String>> cells() {
    return Arbitraries.strings().withChars("ab1,;\"\n=+-@' ệ").ofMaxLength(6).list().ofSize(3);
  }

  private List<Row> rows(String text) {
    return rows(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Row> rows(byte[] bytes) {
    return read(new ByteArrayInputStream(bytes), "text/csv");
  }

  private List<Row> read(InputStream in, String type) {
    return read(in, type, HEADERS);
  }

  private List<Row> read(InputStream in, String type, Headers headers) {
    var found = new ArrayList<Row>();
    try (var rows = new Uploads(limits).open(in, type, headers)) {
      rows.forEachRemaining(found::add);
    }
    return found;
  }

  private void assertRefused(String text, String reason) {
    var refused = refusal(text.getBytes(StandardCharsets.UTF_8), "text/csv");
    assertThat(refused.violations().getFirst().field()).isEqualTo("file");
    assertThat(refused.violations().getFirst().reason()).isEqualTo(reason);
  }

  private InvalidFields refusal(byte[] bytes, String type) {
    return catchThrowableOfType(
        InvalidFields.class, () -> read(new ByteArrayInputStream(bytes), type));
  }

  private static void assertBad(Row row, long line, String reason) {
    assertThat(row).isInstanceOf(Row.Bad.class);
    assertThat(((Row.Bad) row).reason()).isEqualTo(reason);
    assertThat(row.line()).isEqualTo(line);
  }

  static Row.Good good(long line, String... pairs) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return new Row.Good(line, values);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same byte so many times, without holding them. */
  static final class Endless extends InputStream {
    private final int each;
    private long left;

    Endless(int each, long left) {
      this.each = each;
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? each : -1;
    }
  }
}
