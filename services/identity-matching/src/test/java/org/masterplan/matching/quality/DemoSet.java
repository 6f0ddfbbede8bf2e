package org.masterplan.matching.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.demo.DemoEnterprise;
import org.masterplan.demo.Options;
import org.masterplan.kernel.text.Texts;
import org.masterplan.matching.mapping.Sheet;
import org.masterplan.matching.record.Column;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.record.SourceMapping;
import org.masterplan.matching.table.Formats;
import org.masterplan.matching.table.Table;
import org.yaml.snakeyaml.Yaml;

/** The customers of the demonstration in its 76 sources, with its own mappings and its truth. */
public record DemoSet(
    Schema schema, List<RawRecord> records, Formats formats, Map<String, String> truth) {

  /** Generates so many people into the folder, which must be empty, and reads their records. */
  public static DemoSet of(int people, long seed, Path folder) throws IOException {
    var demo = folder.resolve("demo");
    DemoEnterprise.generate(new Options(people, seed, demo));
    return read(demo);
  }

  static DemoSet read(Path demo) throws IOException {
    Map<String, List<Map<String, Object>>> listed = json(demo.resolve("sources/sources.json"));
    var mappings = mappings(demo);
    var schema = Schema.union(List.copyOf(mappings.values()));
    var records = new ArrayList<RawRecord>();
    for (var source : listed.getOrDefault("sources", List.of())) {
      var file = demo.resolve("sources").resolve(text(source, "file", ""));
      var sheet = Sheet.of(file, text(source, "charset", ""), text(source, "delimiter", ","));
      var mapping = mappings.get(text(source, "source", ""));
      if (mapping != null) {
        records(schema, mapping, sheet, records);
      }
    }
    var formats = new Formats(List.copyOf(mappings.values()));
    return new DemoSet(schema, List.copyOf(records), formats, truth(demo));
  }

  /** Only the records of the persons with the first numbers, families whole. */
  public DemoSet firstPersons(int count) {
    var kept = records.stream().filter(r -> person(r.source(), r.id()) < count).toList();
    return new DemoSet(schema, kept, formats, truth);
  }

  /** The number of the person behind each record of a table. */
  public int[] numbers(Table table) {
    var numbers = new int[table.size()];
    for (int r = 0; r < numbers.length; r++) {
      numbers[r] = person(table.key(r).source(), table.key(r).id());
    }
    return numbers;
  }

  private int person(String source, String id) {
    return Integer.parseInt(truth.getOrDefault(source + "/" + id, "p-0").substring(2));
  }

  private static String text(Map<String, Object> of, String key, String otherwise) {
    return of.getOrDefault(key, otherwise).toString();
  }

  private static Map<String, SourceMapping> mappings(Path demo) throws IOException {
    Map<String, Map<String, Object>> written = json(demo.resolve("truth/mappings.json"));
    var mappings = new LinkedHashMap<String, SourceMapping>();
    written.forEach(
        (source, one) -> {
          var columns = new LinkedHashMap<Field, Column>();
          ((Map<?, ?>) one.getOrDefault("fields", Map.of()))
              .forEach(
                  (field, column) -> {
                    var from = (Map<?, ?>) column;
                    var format = from.get("format");
                    columns.put(
                        Field.of(field.toString()),
                        new Column(
                            String.valueOf(from.get("column")),
                            format == null ? "" : format.toString()));
                  });
          // Nothing about a person, and not what a suggestion would map.
          columns.keySet().removeIf(field -> field.name().contains(":"));
          mappings.put(
              source, new SourceMapping(source, one.getOrDefault("id", "").toString(), columns));
        });
    return mappings;
  }

  private static void records(
      Schema schema, SourceMapping mapping, Sheet sheet, List<RawRecord> into) {
    var header = sheet.header().stream().map(Texts::canonical).toList();
    int id = header.indexOf(Texts.canonical(mapping.idColumn()));
    for (var row : sheet.rows()) {
      var values = new ArrayList<String>();
      for (var field : schema.fields()) {
        var column = mapping.columns().get(field);
        int at = column == null ? -1 : header.indexOf(Texts.canonical(column.name()));
        values.add(at < 0 || at >= row.size() ? "" : row.get(at));
      }
      into.add(new RawRecord(mapping.source(), row.get(id), values));
    }
  }

  private static Map<String, String> truth(Path demo) throws IOException {
    var truth = new HashMap<String, String>();
    var lines = Files.readAllLines(demo.resolve("truth/records.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      truth.put(cells[0] + "/" + cells[1], cells[2]);
    }
    return truth;
  }

  private static <T> Map<String, T> json(Path file) throws IOException {
    return new Yaml().load(Files.readString(file));
  }
}
