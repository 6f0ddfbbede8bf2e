package org.masterplan.matching.benchmark;

import java.io.BufferedWriter;
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
import org.masterplan.matching.mapping.MappingFile;
import org.masterplan.matching.mapping.MappingYaml;
import org.masterplan.matching.mapping.Sheet;
import org.masterplan.matching.record.Column;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.SourceMapping;
import org.yaml.snakeyaml.Yaml;

/**
 * The demonstration's 76 databases as plain CSV files, each with its true person beside, and {@code
 * mapping.yaml} with the fields that tell of a person. Made once per folder.
 */
final class GeneratedFiles {
  static final String TRUTH = "true_person";

  /** Records that the generator makes of one person, on average. */
  private static final double RECORDS_OF_ONE = 3.33;

  private static final int FEWEST_PEOPLE = 1_000;

  private GeneratedFiles() {}

  /** The folder with the CSV files and the mapping, for about so many records. */
  static Path of(Path parent, int records) throws IOException {
    int people = Math.max(FEWEST_PEOPLE, (int) Math.round(records / RECORDS_OF_ONE));
    var folder = parent.resolve("generated-" + people);
    if (!Files.exists(folder.resolve("mapping.yaml"))) {
      var demo = parent.resolve("demo-" + people);
      if (!Files.exists(demo.resolve("manifest.json"))) {
        DemoEnterprise.generate(new Options(people, 42, demo));
      }
      convert(demo, folder);
    }
    return folder;
  }

  private static void convert(Path demo, Path folder) throws IOException {
    Files.createDirectories(folder);
    var truth = truth(demo);
    Map<String, List<Map<String, Object>>> sources = json(demo.resolve("sources/sources.json"));
    Map<String, Map<String, Object>> known = json(demo.resolve("truth/mappings.json"));
    var mappings = new LinkedHashMap<String, SourceMapping>();
    for (var source : sources.getOrDefault("sources", List.of())) {
      var name = source.get("source").toString();
      var mapping = mapping(name, known.getOrDefault(name, Map.of()));
      mappings.put(name, mapping);
      var file = demo.resolve("sources").resolve(source.get("file").toString());
      var delimiter = source.getOrDefault("delimiter", ",").toString();
      var sheet = Sheet.of(file, source.get("charset").toString(), delimiter);
      write(folder.resolve(name + ".csv"), sheet, mapping, truth);
    }
    var yaml = MappingYaml.write(new MappingFile(mappings, null));
    Files.writeString(folder.resolve("mapping.yaml"), yaml);
  }

  private static Map<String, String> truth(Path demo) throws IOException {
    var truth = new HashMap<String, String>();
    try (var lines = Files.lines(demo.resolve("truth/records.csv"))) {
      lines
          .skip(1)
          .forEach(
              line -> {
                int last = line.lastIndexOf(',');
                truth.put(line.substring(0, last), line.substring(last + 1));
              });
    }
    return truth;
  }

  /** Without the fields that say nothing about a person, as {@code suggest} leaves them out. */
  private static SourceMapping mapping(String source, Map<String, Object> known) {
    var columns = new LinkedHashMap<Field, Column>();
    ((Map<?, ?>) known.get("fields"))
        .forEach(
            (field, column) -> {
              var said = (Map<?, ?>) column;
              if (field.toString().indexOf(':') < 0) {
                var format = said.containsKey("format") ? said.get("format").toString() : "";
                columns.put(
                    Field.of(field.toString()), new Column(said.get("column").toString(), format));
              }
            });
    return new SourceMapping(source, known.get("id").toString(), columns);
  }

  private static void write(
      Path file, Sheet sheet, SourceMapping mapping, Map<String, String> truth) throws IOException {
    var header = new ArrayList<>(sheet.header().stream().map(Texts::canonical).toList());
    int id = header.indexOf(mapping.idColumn());
    header.add(TRUTH);
    try (var out = Files.newBufferedWriter(file)) {
      line(header, out);
      for (var row : sheet.rows()) {
        var cells = new ArrayList<>(row);
        while (cells.size() < header.size() - 1) {
          cells.add("");
        }
        cells.add(truth.getOrDefault(mapping.source() + "," + row.get(id), ""));
        line(cells, out);
      }
    }
  }

  private static void line(List<String> cells, BufferedWriter out) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",");
      out.append('"').append(cells.get(i).replace('\n', ' ').replace("\"", "\"\"")).append('"');
    }
    out.append('\n');
  }

  private static <T> Map<String, T> json(Path file) throws IOException {
    return new Yaml().load(Files.readString(file));
  }
}
