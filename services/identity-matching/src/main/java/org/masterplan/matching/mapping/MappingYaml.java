package org.masterplan.matching.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.matching.record.Column;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.SourceMapping;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads and writes mappings as YAML: {@code sources: {<source>: {id: COLUMN, fields: {<field>:
 * COLUMN or {column:, format:}}}}}, {@code default:} for all files. Everything wrong is named at
 * once, with its line.
 */
public final class MappingYaml {
  private static final String EXPECTED_FIELDS =
      Field.dictionary().stream().map(Field::name).collect(Collectors.joining(", "))
          + ", number:<name>, text:<name>";

  private final List<Violation> violations = new ArrayList<>();

  /** What may stand at a place of the file. */
  private enum Wanted {
    TOP("MAPPING_SHAPE", "sources, default"),
    SOURCES("MAPPING_WANTS_SOURCES", ""),
    SOURCE("MAPPING_SHAPE", "id, fields"),
    FIELDS("MAPPING_WANTS_FIELDS", ""),
    COLUMN("MAPPING_SHAPE", "column, format"),
    COLUMN_NAME("MAPPING_WANTS_COLUMN", ""),
    FORMAT("MAPPING_WANTS_FORMAT", "");

    private final String reason;

    /** Words of the file itself, the same in every language. */
    private final String words;

    Wanted(String reason, String words) {
      this.reason = reason;
      this.words = words;
    }
  }

  private MappingYaml() {}

  /**
   * The mappings in the text.
   *
   * @throws InvalidFields naming line, field, value and expectation of everything that is wrong
   */
  public static MappingFile read(String yaml) {
    return new MappingYaml().file(YamlTree.of(yaml));
  }

  private MappingFile file(Node root) {
    var sources = new LinkedHashMap<String, SourceMapping>();
    Optional<SourceMapping> fallback = Optional.empty();
    for (var entry : entries(root, "", Wanted.TOP).entrySet()) {
      switch (entry.getKey()) {
        case "sources" ->
            entries(entry.getValue(), "sources", Wanted.SOURCES)
                .forEach((name, node) -> sources.put(name, source(name, "sources." + name, node)));
        case "default" -> fallback = Optional.of(source("", "default", entry.getValue()));
        default ->
            wrong(
                entry.getValue(), entry.getKey(), "MAPPING_KEY", entry.getKey(), Wanted.TOP.words);
      }
    }
    if (sources.isEmpty() && fallback.isEmpty() && violations.isEmpty()) {
      wrong(root, "sources", Wanted.TOP);
    }
    if (!violations.isEmpty()) {
      throw new InvalidFields(violations);
    }
    return new MappingFile(sources, fallback.orElse(null));
  }

  private SourceMapping source(String name, String path, Node node) {
    var id = "";
    var columns = new LinkedHashMap<Field, Column>();
    int before = violations.size();
    for (var entry : entries(node, path, Wanted.SOURCE).entrySet()) {
      var at = path + "." + entry.getKey();
      switch (entry.getKey()) {
        case "id" -> id = scalar(entry.getValue(), at, Wanted.COLUMN_NAME);
        case "fields" ->
            entries(entry.getValue(), at, Wanted.FIELDS)
                .forEach((field, column) -> field(field, at + "." + field, column, columns));
        default -> wrong(entry.getValue(), at, "MAPPING_KEY", entry.getKey(), Wanted.SOURCE.words);
      }
    }
    if (columns.isEmpty() && violations.size() == before) {
      wrong(node, path + ".fields", Wanted.FIELDS);
    }
    return new SourceMapping(name, id, columns);
  }

  private void field(String name, String path, Node node, Map<Field, Column> columns) {
    var field = Field.find(name);
    if (field.isEmpty()) {
      wrong(node, path, "MAPPING_FIELD_UNKNOWN", name, EXPECTED_FIELDS);
      return;
    }
    var column = column(node, path, field.get());
    var taken = columns.values().stream().anyMatch(c -> c.name().equals(column.name()));
    if (taken && !column.name().isEmpty()) {
      wrong(node, path, "MAPPING_COLUMN_REPEATED", column.name(), name);
    }
    columns.put(field.get(), column);
  }

  private Column column(Node node, String path, Field field) {
    if (!(node instanceof MappingNode)) {
      return new Column(scalar(node, path, Wanted.COLUMN_NAME));
    }
    var name = "";
    var format = "";
    var entries = entries(node, path, Wanted.COLUMN);
    for (var entry : entries.entrySet()) {
      var at = path + "." + entry.getKey();
      switch (entry.getKey()) {
        case "column" -> name = scalar(entry.getValue(), at, Wanted.COLUMN_NAME);
        case "format" -> format = format(entry.getValue(), at, field);
        default -> wrong(entry.getValue(), at, "MAPPING_KEY", entry.getKey(), Wanted.COLUMN.words);
      }
    }
    if (!entries.containsKey("column")) {
      wrong(node, path + ".column", Wanted.COLUMN_NAME);
    }
    return new Column(name, format);
  }

  private String format(Node node, String path, Field field) {
    var format = scalar(node, path, Wanted.FORMAT);
    var expected = Formats.expected(field.type());
    if (!format.isEmpty() && !Formats.valid(field.type(), format)) {
      wrong(node, path, "MAPPING_FORMAT", format, expected);
    }
    return format;
  }

  private String scalar(Node node, String path, Wanted wanted) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    wrong(node, path, wanted);
    return "";
  }

  private Map<String, Node> entries(Node node, String path, Wanted wanted) {
    var entries = new LinkedHashMap<String, Node>();
    if (!(node instanceof MappingNode mapping)) {
      wrong(node, path.isEmpty() ? "file" : path, wanted);
      return entries;
    }
    for (var tuple : mapping.getValue()) {
      var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
        wrong(tuple.getKeyNode(), path + "." + key, "MAPPING_KEY_TWICE", key, key);
      }
    }
    return entries;
  }

  private void wrong(Node node, String field, Wanted wanted) {
    wrong(node, field, wanted.reason, "", wanted.words);
  }

  private void wrong(Node node, String field, String reason, String value, String expected) {
    var line = Integer.toString(node.getStartMark().getLine() + 1);
    violations.add(
        new Violation(
            field,
            reason,
            Map.of("line", line, "field", field, "value", value, "expected", expected)));
  }

  /** The text of the mappings; reading it gives them back. */
  public static String write(MappingFile file) {
    var yaml = new StringBuilder();
    if (!file.sources().isEmpty()) {
      yaml.append("sources:\n");
      file.sources().forEach((name, source) -> write(yaml, "  ", name, source));
    }
    var fallback = file.fallback();
    if (fallback != null) {
      write(yaml, "", "default", fallback);
    }
    return yaml.toString();
  }

  private static void write(StringBuilder yaml, String indent, String name, SourceMapping source) {
    yaml.append(indent).append(YamlTree.quoted(name)).append(":\n");
    if (!source.idColumn().isEmpty()) {
      yaml.append(indent).append("  id: ").append(YamlTree.quoted(source.idColumn())).append('\n');
    }
    yaml.append(indent).append("  fields:\n");
    source
        .columns()
        .forEach(
            (field, column) ->
                yaml.append(indent)
                    .append("    ")
                    .append(YamlTree.quoted(field.name()))
                    .append(": ")
                    .append(column(column))
                    .append('\n'));
  }

  private static String column(Column column) {
    var name = YamlTree.quoted(column.name());
    return column.format().isEmpty()
        ? name
        : "{column: " + name + ", format: " + YamlTree.quoted(column.format()) + "}";
  }
}
