package org.masterplan.gateway.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of one sheet of texts, as Excel opens it (ECMA-376). Cells are texts, never formulas,
 * so that nothing in them is carried out.
 */
record Sheet(String title, List<List<String>> rows) {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** The media type of such a file. */
  static final String MEDIA_TYPE = TYPE + "sheet";

  /** The file. */
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Map<String, String> parts() {
    var parts = new TreeMap<String, String>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
            + type("/xl/workbook.xml", "sheet.main+xml")
            + type("/xl/worksheets/sheet1.xml", "worksheet+xml")
            + "</Types>");
    parts.put("_rels/.rels", link("officeDocument", "xl/workbook.xml"));
    parts.put("xl/_rels/workbook.xml.rels", link("worksheet", "worksheets/sheet1.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\">".formatted(MAIN, LINKS)
            + "<sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                .formatted(escaped(title)));
    parts.put("xl/worksheets/sheet1.xml", sheet());
    return parts;
  }

  private static String type(String part, String what) {
    return "<Override PartName=\"%s\" ContentType=\"%s%s\"/>".formatted(part, TYPE, what);
  }

  private static String link(String what, String target) {
    return "<Relationships xmlns=\"%s\">".formatted(PACKAGE)
        + "<Relationship Id=\"rId1\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(LINKS, what, target)
        + "</Relationships>";
  }

  private String sheet() {
    var xml = new StringBuilder("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
    for (var row : rows) {
      xml.append("<row>");
      for (var cell : row) {
        xml.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            .append(escaped(cell))
            .append("</t></is></c>");
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  /** Without what XML 1.0 cannot hold. */
  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> (c >= ' ' && c != 0xFFFE && c != 0xFFFF) || c == '\n' || c == '\t')
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
