package org.masterplan.allinone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.masterplan.matching.record.Field;
import org.masterplan.platform.testkit.ParquetBytes;

/** Files that people and machines should never hand in, and do. */
final class OddFiles {
  private static final byte[] NONE = new byte[0];
  private static final String HEADER = "Mã KH,Họ và tên,Điện thoại,Email,Ngày sinh\n";
  private static final String CONFIG =
      """
      sources:
        shop: {id: Mã KH, fields: {fullName: Họ và tên, phone: Điện thoại, email: Email}}
      """;
  private static final List<String> SNIPPETS =
      List.of(
          "\0",
          "\0\0\0\0",
          "\"",
          "\"\"\"",
          ",,,,,,",
          "\r",
          "\n\n",
          "\uFEFF",
          "{",
          "}",
          "[[[[",
          "\u2028",
          "\uD800",
          "=1+1",
          "&a",
          "*a",
          "<<: *a",
          "!!java.net.URL [x]",
          "&x [*x]",
          "\t",
          "1e999",
          "-",
          "NaN",
          "\\u0000",
          "%s%n{value}",
          "9".repeat(400),
          "é\u0301\u0301\u0301");

  private static final List<String> HUGE =
      List.of(
          "x",
          "\n",
          "a.bb.",
          " ",
          "9",
          "0.",
          "1,",
          "a@",
          "a@b.",
          "(",
          "1:",
          "ễ",
          "e\u0301",
          "a/",
          "12/5A Lê Lợi, ",
          "Nguyễn ",
          "@",
          "''");
  private static final List<String> ENDS = List.of("\"", "/x\"", "x\"", ".vn\"", "1\"", "");

  private OddFiles() {}

  /** One run's files; an empty one is not handed in. */
  record Odd(String name, String extension, byte[] table, byte[] config, byte[] model) {
    Odd(String name, String extension, byte[] table) {
      this(name, extension, table, NONE, NONE);
    }
  }

  private interface Kind {
    Odd of(SplittableRandom random);
  }

  private static final List<Kind> KINDS =
      List.of(
          random -> new Odd("random bytes", anyExtension(random), bytes(random)),
          random -> new Odd("damaged csv", ".csv", damaged(csv(random), random)),
          random -> new Odd("damaged jsonl", ".jsonl", damaged(jsonLines(random), random)),
          random -> new Odd("damaged xlsx", ".xlsx", damaged(workbook(sheet(random)), random)),
          random -> new Odd("odd sheet", ".xlsx", workbook(text(damaged(sheet(random), random)))),
          random -> new Odd("wrong extension", anyExtension(random), csv(random)),
          random -> new Odd("other encoding", ".csv", encoded(random)),
          OddFiles::huge,
          random -> new Odd("headers twice", ".csv", headersTwice(random)),
          random -> new Odd("empty", anyExtension(random), NONE),
          random -> new Odd("many columns", ".csv", manyColumns(random)),
          random ->
              new Odd("damaged config", ".csv", csv(random), damaged(utf8(CONFIG), random), NONE),
          random ->
              new Odd("damaged rows", ".csv", damaged(csv(random), random), utf8(CONFIG), NONE),
          random ->
              new Odd(
                  "damaged model", ".csv", csv(random), utf8(CONFIG), damaged(model(), random)));

  static Odd of(SplittableRandom random, int number) {
    return KINDS.get(number % KINDS.size()).of(random);
  }

  /** A Parquet file that is damaged, or a sound one, or something else under its name. */
  static Odd ofParquet(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Odd("no parquet", ".parquet", csv(random));
      case 1 -> new Odd("sound parquet", anyExtension(random), parquet(random));
      default -> new Odd("damaged parquet", ".parquet", damaged(parquet(random), random));
    };
  }

  /** A few bytes of it are others, gone, or more. */
  static byte[] damaged(byte[] whole, SplittableRandom random) {
    var left = whole;
    for (int n = random.nextInt(1, 6); n > 0 && left.length > 1; n--) {
      int at = random.nextInt(left.length);
      left =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(left, at);
            case 1 -> joined(left, at, at, utf8(SNIPPETS.get(random.nextInt(SNIPPETS.size()))));
            case 2 -> joined(left, at, Math.min(left.length, at + random.nextInt(1, 30)), NONE);
            case 3 -> joined(left, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            default -> joined(left, at, at, Arrays.copyOf(left, random.nextInt(left.length)));
          };
    }
    return left;
  }

  private static byte[] joined(byte[] whole, int from, int to, byte[] between) {
    var joined = new ByteArrayOutputStream();
    joined.write(whole, 0, from);
    joined.writeBytes(between);
    joined.write(whole, to, whole.length - to);
    return joined.toByteArray();
  }

  private static byte[] csv(SplittableRandom random) {
    var file = new StringBuilder(HEADER);
    for (int n = random.nextInt(0, 12); n > 0; n--) {
      file.append(random.nextInt(99)).append(",Nguyễn Thị Hồng ").append((char) ('A' + n));
      file.append(",09").append(random.nextInt(10_000_000, 99_999_999)).append(",h");
      file.append(n).append("@example.com,0").append(1 + n % 9).append("/02/1990\n");
    }
    return utf8(file.toString());
  }

  private static byte[] jsonLines(SplittableRandom random) {
    var file = new StringBuilder();
    for (int n = random.nextInt(1, 8); n > 0; n--) {
      file.append("{\"ma\":\"").append(n).append("\",\"ho_ten\":\"Trần Văn B\",\"email\":\"b");
      file.append(n).append("@example.com\",\"diem\":[1,{\"a\":null}],\"ok\":true,\"so\":1e3}\n");
    }
    return utf8(file.toString());
  }

  private static byte[] sheet(SplittableRandom random) {
    var sheet = new StringBuilder("<worksheet><sheetData>");
    for (int row = 1; row < random.nextInt(3, 9); row++) {
      sheet.append("<row r=\"").append(row).append("\">");
      for (var column : List.of("A", "B", "C")) {
        var cell =
            row == 1 ? "A".equals(column) ? "id" : "B".equals(column) ? "họ tên" : "email" : "v";
        sheet.append("<c r=\"").append(column).append(row).append("\" t=\"inlineStr\"><is><t>");
        sheet.append(cell).append(row == 1 ? "" : row + column).append("</t></is></c>");
      }
      sheet.append("</row>");
    }
    return utf8(sheet.append("</sheetData></worksheet>").toString());
  }

  private static byte[] workbook(byte[] sheet) {
    return workbook(text(sheet));
  }

  /** A workbook whose one sheet is that XML, written without its namespace. */
  static byte[] workbook(String sheet) {
    var packed = new ByteArrayOutputStream();
    var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    var rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    try (var zip = new ZipOutputStream(packed)) {
      part(zip, "[Content_Types].xml", "<Types/>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
              .formatted(main, rel));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
              .formatted(rel));
      var bound = sheet.replace("<worksheet>", "<worksheet xmlns=\"" + main + "\">");
      part(zip, "xl/worksheets/sheet1.xml", bound);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(utf8(content));
    zip.closeEntry();
  }

  /** The rows of a CSV file; what a page states of itself may be wrong to begin with. */
  private static byte[] parquet(SplittableRandom random) {
    var lines = text(csv(random)).lines().map(line -> List.of(line.split(",", -1))).toList();
    boolean honest = random.nextInt(4) > 0;
    var file =
        new ParquetBytes(
            random.nextInt(1, 6),
            honest ? 0 : random.nextInt(8),
            honest ? -1 : random.nextInt(),
            honest ? 0 : random.nextInt(-2, 9));
    return file.write(lines.getFirst(), lines.subList(1, lines.size()));
  }

  private static byte[] encoded(SplittableRandom random) {
    var names = List.of("UTF-16", "UTF-16LE", "UTF-32", "windows-1258", "ISO-8859-1", "Shift_JIS");
    return text(csv(random)).getBytes(Charset.forName(names.get(random.nextInt(names.size()))));
  }

  /** A cell that no pattern may look at whole, in a column of any kind. */
  private static Odd huge(SplittableRandom random) {
    var text = HUGE.get(random.nextInt(HUGE.size()));
    var cell = "\"" + text.repeat(random.nextInt(10_000, 700_000) / text.length() + 1);
    var fields = Field.dictionary().stream().map(Field::name).collect(Collectors.toList());
    fields.addAll(List.of("number:points", "text:note"));
    int wide = random.nextInt(fields.size());
    var odd = new StringBuilder("id");
    fields.forEach(field -> odd.append(',').append(field));
    odd.append("\n1");
    for (int f = 0; f < fields.size(); f++) {
      odd.append(',').append(f == wide ? cell + ENDS.get(random.nextInt(ENDS.size())) : "");
    }
    odd.append("\n2").append(",1".repeat(fields.size())).append('\n');
    return new Odd("huge " + fields.get(wide), ".csv", utf8(odd.toString()), all(fields), NONE);
  }

  private static byte[] all(List<String> fields) {
    // Either the whole name or its parts may be mapped; both are, and the whole one is preferred.
    return utf8(
        fields.stream()
            .map(field -> "\"%s\": \"%s\"".formatted(field, field))
            .collect(Collectors.joining(", ", "sources:\n  shop: {id: id, fields: {", "}}\n")));
  }

  private static byte[] headersTwice(SplittableRandom random) {
    var header = HEADER.strip() + "," + HEADER.strip().substring(random.nextInt(30));
    return utf8(header + "\n1,a,b,c,d,e,f,g,h,i\n2,a,b,c,d\n");
  }

  private static byte[] manyColumns(SplittableRandom random) {
    var header = new StringBuilder("name,phone,email");
    int columns = random.nextInt(20, 2500);
    for (int c = 0; c < columns; c++) {
      header.append(",email").append(c);
    }
    return utf8(
        header + "\nLê Yến,0903111222,a@example.com" + ",b@example.com".repeat(columns) + "\n");
  }

  private static byte[] bytes(SplittableRandom random) {
    var bytes = new byte[random.nextInt(1, 3000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String anyExtension(SplittableRandom random) {
    return List.of(".csv", ".tsv", ".jsonl", ".xlsx", "", ".txt", ".parquet")
        .get(random.nextInt(7));
  }

  private static byte[] model() {
    return utf8(
        """
        {"version": 3, "records": 3, "prior": 0.01, "comparisons": [
          {"feature": "phone", "kind": "PHONE",
           "levels": ["equal", "equal in one reading", "one edit", "same ending", "different"],
           "m": [0.9, 0.02, 0.03, 0.02, 0.03], "u": [0.01, 0.01, 0.01, 0.01, 0.96],
           "alone": 0.1, "common": {"00000000000000ff": [0.2, 3]}}], "keys": []}
        """);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
