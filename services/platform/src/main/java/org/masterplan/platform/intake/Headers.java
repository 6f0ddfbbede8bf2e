package org.masterplan.platform.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.text.UnnamedColumn;

/**
 * Which columns an import knows, by the words that people write above them in English and in
 * Vietnamese. Case, marks, spaces and punctuation do not matter. A column that is not known keeps
 * its own header as its name.
 */
public final class Headers {
  /** {@code words} does not hold the field's own name where the caller chose another column. */
  private record Known(String field, boolean required, List<String> words) {}

  private final List<Known> known;
  private final Map<String, String> fields = new LinkedHashMap<>();

  private Headers(List<Known> known) {
    this.known = known;
    for (var each : known) {
      each.words().forEach(word -> fields.putIfAbsent(key(word), each.field()));
    }
  }

  /** No column is known: every one keeps its header. */
  public static Headers asWritten() {
    return new Headers(List.of());
  }

  /** Also knows this column; a file without it is refused. */
  public Headers required(String field, String... words) {
    return with(new Known(field, true, words(field, words)));
  }

  /** Also knows this column; a file may be without it. */
  public Headers optional(String field, String... words) {
    return with(new Known(field, false, words(field, words)));
  }

  /** As the caller says, by field name; for these fields no other word counts any more. */
  public Headers mapped(Map<String, String> columns) {
    var all = new ArrayList<Known>();
    columns.forEach(
        (field, column) -> all.add(new Known(field, isRequired(field), List.of(column))));
    known.stream().filter(each -> !columns.containsKey(each.field())).forEach(all::add);
    return new Headers(List.copyOf(all));
  }

  /** The field that a header means; empty if it is none of the known ones. */
  public Optional<String> field(String header) {
    return Optional.ofNullable(fields.get(key(header)));
  }

  /** The name under which rows carry that column. */
  String name(String header) {
    return field(header).orElse(header);
  }

  /**
   * The names of a header row's columns, in order; trailing columns without a header are dropped.
   * Throws {@link InvalidFields} if a required column is missing, one comes twice or one is a
   * value.
   */
  List<String> columns(List<String> header) {
    HeaderCells.check(header);
    var columns = new ArrayList<String>();
    for (var cell : header) {
      var text = Cells.clean(cell);
      columns.add(text.isEmpty() ? "" : name(text));
    }
    while (!columns.isEmpty() && columns.getLast().isEmpty()) {
      columns.removeLast();
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isEmpty()) {
        columns.set(i, UnnamedColumn.name(i));
      }
    }
    check(columns);
    return List.copyOf(columns);
  }

  private void check(List<String> columns) {
    var violations = new ArrayList<Violation>();
    var seen = new HashSet<String>();
    for (var column : columns) {
      if (!seen.add(column)) {
        violations.add(new Violation("file", "COLUMN_TWICE", Map.of("column", column)));
      }
    }
    known.stream()
        .filter(each -> each.required() && !seen.contains(each.field()))
        .forEach(each -> violations.add(missing(each, columns)));
    if (!violations.isEmpty()) {
      throw new InvalidFields(violations);
    }
  }

  private static Violation missing(Known column, List<String> found) {
    return new Violation(
        "file",
        "COLUMN_MISSING",
        Map.of(
            "column", column.field(),
            "expected", String.join(", ", column.words()),
            "found", String.join(", ", found.subList(0, Math.min(found.size(), 30)))));
  }

  private boolean isRequired(String field) {
    return known.stream().anyMatch(each -> each.required() && each.field().equals(field));
  }

  private static List<String> words(String field, String... others) {
    var words = new ArrayList<String>();
    words.add(field);
    words.addAll(List.of(others));
    return List.copyOf(words);
  }

  private Headers with(Known column) {
    var all = new ArrayList<>(known);
    all.add(column);
    return new Headers(List.copyOf(all));
  }

  private static String key(String header) {
    return Texts.fold(header).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
