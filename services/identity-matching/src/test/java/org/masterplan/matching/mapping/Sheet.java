package org.masterplan.matching.mapping;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.yaml.snakeyaml.Yaml;

/** A source's file as header and rows, of any of the formats that the demonstration writes. */
public record Sheet(List<String> header, List<List<String>> rows) {
  private static final Pattern ROW = Pattern.compile("<row [^>]*>(.*?)</row>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("<c r=\"([A-Z])[0-9]+\"[^>]*><is><t[^>]*>([^<]*)</t>");

  public static Sheet of(Path file, String charset, String delimiter) throws IOException {
    var name = file.getFileName().toString();
    if (name.endsWith(".xlsx")) {
      return spreadsheet(file);
    }
    var text = Files.readString(file, Charset.forName(charset)).replaceFirst("^\ufeff", "");
    return name.endsWith(".jsonl") ? lines(text) : headed(delimited(text, delimiter.charAt(0)));
  }

  static Sheet csv(Path file) throws IOException {
    return headed(delimited(Files.readString(file), ','));
  }

  private static Sheet headed(List<List<String>> rows) {
    return new Sheet(rows.getFirst(), rows.subList(1, rows.size()));
  }

  private static List<List<String>> delimited(String text, char delimiter) {
    var rows = new ArrayList<List<String>>();
    List<String> row = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == delimiter || c == '\n')) {
        row.add(cell.toString().strip());
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

  /** JSON is YAML. */
  private static Sheet lines(String text) {
    var header = new LinkedHashSet<String>();
    var objects = new ArrayList<Map<String, Object>>();
    for (var line : text.lines().toList()) {
      Map<String, Object> object = new Yaml().load(line);
      object.remove("synthetic");
      header.addAll(object.keySet());
      objects.add(object);
    }
    var columns = List.copyOf(header);
    return new Sheet(
        columns,
        objects.stream()
            .map(o -> columns.stream().map(c -> o.getOrDefault(c, "").toString()).toList())
            .toList());
  }

  private static Sheet spreadsheet(Path file) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var zip = new ZipFile(file.toFile())) {
      var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      var found = ROW.matcher(new String(sheet, StandardCharsets.UTF_8));
      while (found.find()) {
        var row = new ArrayList<String>();
        var cells = CELL.matcher(found.group(1));
        while (cells.find()) {
          int column = cells.group(1).charAt(0) - 'A';
          while (row.size() < column) {
            row.add("");
          }
          row.add(cells.group(2));
        }
        rows.add(row);
      }
    }
    return headed(rows);
  }
}
