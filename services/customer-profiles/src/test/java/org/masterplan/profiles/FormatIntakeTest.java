package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.platform.testkit.ParquetBytes;
import org.masterplan.profiles.v1.ListRecordsRequest;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.RejectedRow;

/** What a load makes of bad input in every format that is no CSV. */
class FormatIntakeTest extends ProfilesCalls {
  private static final List<String> COLUMNS = List.of("Mã KH", "Họ và tên", "SĐT", "Ngày sinh");

  /** Ten good rows, so that the first column is taken for that of the ids; then what is odd. */
  private static final List<List<String>> ROWS = rows();

  /** A format, and how it is written. */
  enum Format {
    TSV("text/tab-separated-values") {
      @Override
      byte[] write(List<String> columns, List<List<String>> rows) {
        var text = new StringBuilder(String.join("\t", columns)).append('\n');
        rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
      }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
      @Override
      byte[] write(List<String> columns, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(columns);
        all.addAll(rows);
        return workbook(all);
      }
    },
    PARQUET("application/vnd.apache.parquet") {
      @Override
      byte[] write(List<String> columns, List<List<String>> rows) {
        return ParquetBytes.of(columns, rows);
      }
    };

    final String type;

    Format(String type) {
      this.type = type;
    }

    abstract byte[] write(List<String> columns, List<List<String>> rows);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void badRows_areKeptWithTheirReason_andTheOthersTaken_howeverOften(Format format)
      throws Exception {
    var file = format.write(COLUMNS, ROWS);

    var first = result(load("crm", format.type, file));

    assertThat(first.getImported()).isEqualTo(14);
    assertThat(rejected())
        .extracting(RejectedRow::getCode)
        .containsExactly("RECORD_ID_MISSING", "RECORD_ID_TWICE", "RECORD_ID_LONG");
    assertThat(rejected()).extracting(RejectedRow::getField).containsOnly("Mã KH");
    assertThat(rejected()).extracting(RejectedRow::getLine).containsExactly(12L, 13L, 18L);
    assertThat(rejected())
        .allSatisfy(
            bad -> assertThat(bad.getReason()).isNotBlank().doesNotContain("{", "Exception"));
    for (int n = 14; n <= 16; n++) {
      var profile = lookup(ProfilesFixture.DATA_WITH_PURPOSE, "09123456" + n);
      assertThat(profile.getValuesOrThrow("birthDate").getValue()).isEqualTo("1992-02-03");
    }
    assertThat(
            lookup(ProfilesFixture.DATA_WITH_PURPOSE, "0912345617")
                .getValuesOrThrow("fullName")
                .getValue())
        .contains("HYPERLINK");

    var again = result(load("crm", format.type, file));

    assertThat(again.getUnchanged()).isEqualTo(14);
    assertThat(again.getRejectedTotal()).isEqualTo(3);
    assertThat(records()).isEqualTo(14);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void fileThatIsEmptyOrLacksAColumn_isRefusedWithoutATrace(Format format) throws Exception {
    load("crm", format.type, format.write(COLUMNS, ROWS));

    assertThatThrownBy(() -> result(load("crm", format.type, new byte[0])))
        .hasMessageContaining("empty")
        .hasMessageNotContaining("Exception");
    var without = ROWS.stream().map(row -> row.subList(0, 2)).toList();
    assertThatThrownBy(
            () -> result(load("crm", format.type, format.write(COLUMNS.subList(0, 2), without))))
        .hasMessageContaining("SĐT");
    assertThat(records()).isEqualTo(14);
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"XLSX", "PARQUET"})
  void fileThatBreaksOff_isRefused_andSaysWhatItIs(Format format) throws Exception {
    var whole = format.write(COLUMNS, ROWS);
    load("crm", format.type, whole);

    for (int part = 1; part <= 3; part++) {
      var cut = Arrays.copyOf(whole, whole.length * part / 4);
      assertThatThrownBy(() -> result(load("crm", format.type, cut)))
          .hasMessageNotContaining("Exception")
          .hasMessageNotContaining("java.");
    }
    assertThat(records()).isEqualTo(14);
  }

  private static List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    for (int n = 1; n <= 10; n++) {
      rows.add(row("K" + n, "Nguyễn Văn " + n, n, "1990-01-02"));
    }
    rows.add(row("", "Lê Không Mã", 12, ""));
    rows.add(row("K1", "Ai Khác", 13, ""));
    rows.add(row("K14", "Trần Bưởi", 14, "1992-02-03"));
    rows.add(row("K15", "Trần Cam", 15, "03/02/1992"));
    rows.add(row("K16", "Trần Mận", 16, "19920203"));
    rows.add(row("K17", "=HYPERLINK(1)", 17, ""));
    rows.add(row("K".repeat(200), "Phạm Dài", 18, ""));
    return List.copyOf(rows);
  }

  private static List<String> row(String id, String name, int phone, String born) {
    return List.of(id, name, "09123456%02d".formatted(phone), born);
  }

  private static ImportResult result(Operation done) throws Exception {
    if (done.hasError()) {
      throw new IOException(done.getError().getMessage());
    }
    return done.getResponse().unpack(ImportResult.class);
  }

  private List<RejectedRow> rejected() {
    return sources(ProfilesFixture.DATA)
        .listRejectedRows(ListRejectedRowsRequest.newBuilder().setParent("sources/crm").build())
        .getRejectedRowsList();
  }

  private int records() {
    return sources(ProfilesFixture.DATA)
        .listRecords(ListRecordsRequest.newBuilder().setParent("sources/crm").build())
        .getRecordsCount();
  }

  /** A workbook of one sheet of texts, with no more around it than a reader needs. */
  private static byte[] workbook(List<List<String>> rows) {
    var sheet = new StringBuilder(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    for (int r = 1; r <= rows.size(); r++) {
      sheet.append("<row r=\"").append(r).append("\">");
      for (int c = 0; c < rows.get(r - 1).size(); c++) {
        sheet
            .append("<c r=\"" + (char) ('A' + c) + r + "\" t=\"inlineStr\"><is><t>")
            .append(rows.get(r - 1).get(c))
            .append("</t></is></c>");
      }
      sheet.append("</row>");
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, "[Content_Types].xml", TYPES);
      put(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
      put(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
      put(zip, "xl/workbook.xml", WORKBOOK);
      put(zip, "xl/worksheets/sheet1.xml", sheet.append("</sheetData></worksheet>").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      HEAD
          + """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels"
           ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/xl/workbook.xml" ContentType=
           "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType=
           "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
          """;
  private static final String WORKBOOK =
      HEAD
          + """
          <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Khách" sheetId="1" r:id="r1"/>\
          </sheets></workbook>
          """
              .formatted(MAIN, RELATIONS);

  private static String relation(String kind, String target) {
    return HEAD
        + """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>
        """
            .formatted(RELATIONS, kind, target);
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
