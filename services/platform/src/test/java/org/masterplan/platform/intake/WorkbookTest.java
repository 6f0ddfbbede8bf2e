package org.masterplan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;

class WorkbookTest {
  /** The usual limits, but 20 MB unpacked instead of a gigabyte. */
  static final Limits LIMITS =
      new Limits(1 << 30, 50_000_000, 20_000_000, 10_000_000, 1_000_000, 1000, 2000);

  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  static final String END = "</sheetData></worksheet>";

  static final String TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Override PartName="/xl/workbook.xml" ContentType=\
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
      <Override PartName="/xl/styles.xml" ContentType=\
      "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType=\
      "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
      </Types>
      """;
  static final String RELATION =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type=\
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>
      </Relationships>
      """;
  static final String WORKBOOK =
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
      <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
      """;
  static final String STYLES =
      """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
      """;

  @Test
  void open_readsTextNumbersDatesAndFormulas() throws IOException {
    var rows =
        rows(
            SHEET
                + row(1, text("A1", "Tên"), text("B1", "n"), text("C1", "ngày"), text("D1", "f"))
                + row(
                    2,
                    text("A2", "Mẹ Bỉm"),
                    "<c r=\"B2\"><v>1.50</v></c>",
                    "<c r=\"C2\" s=\"1\"><v>46347</v></c>",
                    "<c r=\"D2\"><f>1+1</f><v>2</v></c>")
                + row(3)
                + row(5, text("A5", "=1+1"), "<c r=\"B5\" t=\"e\"><v>#REF!</v></c>")
                + END);

    assertThat(rows.get(0))
        .isEqualTo(
            UploadsTest.good(2, "Tên", "Mẹ Bỉm", "n", "1.50", "ngày", "2026-11-21", "f", "2"));
    assertThat(rows.get(1)).isInstanceOf(Row.Bad.class);
    assertThat(rows.get(1).line()).isEqualTo(5);
    assertThat(((Row.Bad) rows.get(1)).field()).isEqualTo("n");
    assertThat(rows).hasSize(2);
  }

  @Test
  void open_ofAWorkbookWithoutFormats_readsItsTextsAndNumbers() throws IOException {
    var sheet = SHEET + row(1, text("A1", "n")) + row(2, "<c r=\"A2\"><v>46347</v></c>") + END;
    var types = TYPES.replaceAll("(?s)<Override PartName=\"/xl/styles.*?/>", "");

    var rows = read(workbook(types, out -> out.write(sheet.getBytes(StandardCharsets.UTF_8))));

    assertThat(rows).containsExactly(UploadsTest.good(2, "n", "46347"));
  }

  @Test
  void open_ofABombOfSheets_isRefused() throws IOException {
    assertReason("FILE_WORKBOOK_BOMB", workbook(out -> zeros(out, 30)));
  }

  @Test
  void open_ofOneEndlessRowOrText_isRefused() throws IOException {
    var cells = "<c r=\"A1\"><v>1</v></c>".getBytes(StandardCharsets.UTF_8);
    assertReason(
        "FILE_WORKBOOK_BOMB",
        workbook(
            out -> {
              out.write((SHEET + "<row r=\"1\">").getBytes(StandardCharsets.UTF_8));
              for (int i = 0; i < 1_000_000; i++) {
                out.write(cells);
              }
            }));
    assertReason(
        "FILE_WORKBOOK_BOMB",
        workbook(out -> out.write((SHEET + "<row><![CDATA[").getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void open_ofAFileThatIsNoWorkbook_isRefused() throws IOException {
    assertReason("FILE_WORKBOOK_BROKEN", new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9});
    assertReason("FILE_WORKBOOK_BROKEN", "title\n".getBytes(StandardCharsets.UTF_8));
    assertReason("FILE_OLD_WORKBOOK", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
    assertReason(
        "FILE_EMPTY", workbook(out -> out.write((SHEET + END).getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void open_ofASheetThatBreaksOff_keepsTheRowsBefore() throws IOException {
    var rows =
        rows(SHEET + row(1, text("A1", "a")) + row(2, text("A2", "x")) + "<row r=\"3\"><c r=");

    assertThat(rows.get(0)).isEqualTo(UploadsTest.good(2, "a", "x"));
    assertThat(((Row.Bad) rows.getLast()).reason()).isEqualTo("SHEET_BROKEN");
  }

  @Test
  void isDate_looksAtTheFormatNotAtItsText() {
    assertThat(WorkbookCells.isDate("dd/mm/yyyy")).isTrue();
    assertThat(WorkbookCells.isDate("[$-409]d-mmm-yy;@")).isTrue();
    assertThat(WorkbookCells.isDate("#,##0 \"đồng/day\"")).isFalse();
    assertThat(WorkbookCells.isDate("[Red]0.00")).isFalse();
    assertThat(WorkbookCells.isDate("General")).isFalse();
  }

  private static void assertReason(String reason, byte[] bytes) {
    var refused = catchThrowableOfType(InvalidFields.class, () -> read(bytes));
    assertThat(refused.violations().getFirst().reason()).isEqualTo(reason);
  }

  private static List<Row> rows(String sheet) throws IOException {
    return read(workbook(out -> out.write(sheet.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<Row> read(byte[] bytes) {
    var found = new ArrayList<Row>();
    try (var rows =
        new Uploads(LIMITS).open(new ByteArrayInputStream(bytes), TYPE, Headers.asWritten())) {
      rows.forEachRemaining(found::add);
    }
    return found;
  }

  private static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  private static String text(String at, String text) {
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  interface Body {
    void write(OutputStream out) throws IOException;
  }

  private static void zeros(OutputStream out, int megabytes) throws IOException {
    var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < megabytes; i++) {
      out.write(spaces);
      out.write("<row/>".getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A workbook of one sheet, with no more around it than a reader needs. */
  static byte[] workbook(Body sheet) throws IOException {
    return workbook(TYPES, sheet);
  }

  private static byte[] workbook(String types, Body sheet) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, "[Content_Types].xml", types);
      put(zip, "_rels/.rels", RELATION.formatted("officeDocument", "xl/workbook.xml"));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          RELATION.formatted("worksheet", "worksheets/sheet1.xml"));
      put(zip, "xl/workbook.xml", WORKBOOK);
      put(zip, "xl/styles.xml", STYLES);
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      sheet.write(zip);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
