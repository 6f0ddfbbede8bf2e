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
    for (var entry : entries(root, "", "sources, default").entrySet()) {
      switch (entry.getKey()) {
        case "sources" ->
            entries(entry.getValue(), "sources", "a source's name")
                .forEach((name, node) -> sources.put(name, source(name, "sources." + name, node)));
        case "default" -> fallback = Optional.of(source("", "default", entry.getValue()));
        default ->
            wrong(
                entry.getValue(),
                entry.getKey(),
                "MAPPING_KEY",
                entry.getKey(),
                "sources, default");
      }
    }
    if (sources.isEmpty() && fallback.isEmpty() && violations.isEmpty()) {
      wrong(root, "sources", "MAPPING_SHAPE", "", "sources or default");
    }
    if (!violations.isEmpty()) {
      throw new InvalidFields(violations);
    }
    return new MappingFile(sources, fallback.orElse(null));
  }

  private SourceMapping source(String name, String path, Node node) {
    var id = "";
    var columns = new LinkedHashMap<Field, Column>();
    for (var entry : entries(node, path, "id, fields").entrySet()) {
      var at = path + "." + entry.getKey();
      switch (entry.getKey()) {
        case "id" -> id = scalar(entry.getValue(), at, "a column's name");
        case "fields" ->
            entries(entry.getValue(), at, "a field of the dictionary")
                .forEach((field, column) -> field(field, at + "." + field, column, columns));
        default -> wrong(entry.getValue(), at, "MAPPING_KEY", entry.getKey(), "id, fields");
      }
    }
    if (columns.isEmpty() && node instanceof MappingNode) {
      wrong(node, path + ".fields", "MAPPING_SHAPE", "", "at least one field");
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
      wrong(node, path, "MAPPING_COLUMN_REPEATED", column.name(), "a column of its own");
    }
    columns.put(field.get(), column);
  }

  private Column column(Node node, String path, Field field) {
    if (!(node instanceof MappingNode)) {
      return new Column(scalar(node, path, "a column's name"));
    }
    var name = "";
    var format = "";
    for (var entry : entries(node, path, "column, format").entrySet()) {
      var at = path + "." + entry.getKey();
      switch (entry.getKey()) {
        case "column" -> name = scalar(entry.getValue(), at, "a column's name");
        case "format" -> format = format(entry.getValue(), at, field);
        default -> wrong(entry.getValue(), at, "MAPPING_KEY", entry.getKey(), "column, format");
      }
    }
    if (name.isEmpty()) {
      wrong(node, path + ".column", "MAPPING_SHAPE", "", "a column's name");
    }
    return new Column(name, format);
  }

  private String format(Node node, String path, Field field) {
    var format = scalar(node, path, "a format");
    var expected = Formats.expected(field.type());
    if (!format.isEmpty() && !Formats.valid(field.type(), format)) {
      wrong(node, path, "MAPPING_FORMAT", format, expected);
    }
    return format;
  }

  private String scalar(Node node, String path, String expected) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    wrong(node, path, "MAPPING_SHAPE", "", expected);
    return "";
  }

  private Map<String, Node> entries(Node node, String path, String expected) {
    var entries = new LinkedHashMap<String, Node>();
    if (!(node instanceof MappingNode mapping)) {
      wrong(node, path.isEmpty() ? "file" : path, "MAPPING_SHAPE", "", expected);
      return entries;
    }
    for (var tuple : mapping.getValue()) {
      var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
        wrong(tuple.getKeyNode(), path + "." + key, "MAPPING_KEY_TWICE", key, "each once");
      }
    }
    return entries;
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
