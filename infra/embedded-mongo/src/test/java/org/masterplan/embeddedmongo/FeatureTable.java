package org.masterplan.embeddedmongo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.masterplan.embeddedmongo.FeatureChecks.Check;

/** The README's table of what is supported, made of the checks. */
final class FeatureTable {
  private static final Set<String> FILTERED = Set.of("$match", "$elemMatch");

  /** A row of the table, with the checks that speak of it. */
  private enum Row {
    QUERIES("Conditions of queries"),
    PROJECTIONS("Projections"),
    UPDATES("Updates"),
    STAGES("Stages of aggregations"),
    EXPRESSIONS("Expressions and accumulators");

    final String title;

    Row(String title) {
      this.title = title;
    }
  }

  private final Map<Row, SortedSet<String>> features = new TreeMap<>();
  private final Map<Row, Integer> checks = new TreeMap<>();

  static String of(List<Check> all) {
    FeatureTable table = new FeatureTable();
    all.stream().filter(each -> !each.fails() && !each.refused()).forEach(table::add);
    return table.text() + refusals(all);
  }

  private void add(Check check) {
    Document line = check.line();
    String kind = line.keySet().iterator().next();
    switch (kind) {
      case "find", "count" -> add(Row.QUERIES, line.get(kind));
      case "distinct" -> add(Row.QUERIES, line.get("of"));
      case "update" -> add(Row.UPDATES, line.get(kind));
      case "replace" -> note(Row.UPDATES, Set.of("replacement"));
      case "aggregate" -> line.getList(kind, Document.class).forEach(this::addStage);
      default -> throw new IllegalArgumentException(kind);
    }
    if (line.containsKey("project")) {
      note(Row.PROJECTIONS, Set.of("fields in or out"));
      add(Row.PROJECTIONS, line.get("project"));
    }
    if (line.getBoolean("upsert", false)) {
      note(Row.UPDATES, Set.of("upsert"));
    }
  }

  private void addStage(Document stage) {
    stage.forEach(
        (name, content) -> {
          note(Row.STAGES, Set.of(name));
          add(FILTERED.contains(name) ? Row.QUERIES : Row.EXPRESSIONS, content);
        });
  }

  private void add(Row row, Object value) {
    SortedSet<String> found = new TreeSet<>();
    operators(value, found);
    note(row, found);
  }

  private void note(Row row, Collection<String> found) {
    if (!found.isEmpty()) {
      features.computeIfAbsent(row, each -> new TreeSet<>()).addAll(found);
      checks.merge(row, 1, Integer::sum);
    }
  }

  private static void operators(Object value, Set<String> found) {
    if (value instanceof Document document) {
      document.forEach(
          (name, content) -> {
            if (name.startsWith("$")) {
              found.add(name);
            } else if (name.contains(".$")) {
              found.add(
                  "field" + name.substring(name.indexOf(".$")).replaceAll("(\\w)\\..*", "$1"));
            }
            operators(content, found);
          });
    } else if (value instanceof Collection<?> list) {
      list.forEach(each -> operators(each, found));
    }
  }

  private String text() {
    StringBuilder table = new StringBuilder("| what | checks | tested |\n|---|---|---|\n");
    features.forEach(
        (row, names) ->
            table.append(
                "| %s | %d | %s |\n"
                    .formatted(
                        row.title,
                        checks.get(row),
                        names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(" ")))));
    return table.toString();
  }

  private static String refusals(List<Check> all) {
    String rows =
        all.stream()
            .filter(Check::refused)
            .map(
                each ->
                    "| `%s` | %s |\n".formatted(shown(each.line()), each.line().getString("why")))
            .collect(Collectors.joining());
    return "\n| a check that is refused here | why |\n|---|---|\n" + rows;
  }

  private static String shown(Document line) {
    Document shown = new Document();
    line.forEach(
        (name, value) -> {
          if (Set.of("find", "project", "update", "aggregate").contains(name)) {
            shown.append(name, value);
          }
        });
    return shown.toJson().replace('"', '\'');
  }
}
