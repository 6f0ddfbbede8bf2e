package org.masterplan.platform.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter.Op;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * The fields that a list knows. A name may be written in snake_case or camelCase.
 *
 * @param words what a field of fixed words may be compared with, by its name
 */
record Catalogue(List<Field> fields, Map<String, List<String>> words) {
  /** Of fields that are not compared with anything. */
  Catalogue(List<Field> fields) {
    this(fields, Map.of());
  }

  Optional<Field> find(String name) {
    var wanted = plain(name);
    return fields.stream().filter(f -> plain(f.name()).equals(wanted)).findFirst();
  }

  /** Refuses a text that the field can never be. */
  void mustBeAWord(Field field, Op op, Token token) {
    var expected = words.get(field.name());
    if (expected == null || isAnyOf(expected, op, token)) {
      return;
    }
    throw InvalidFields.of(
        "filter",
        "FILTER_WORD",
        Map.of(
            "field", field.name(),
            "value", token.text(),
            "position", String.valueOf(token.position()),
            "expected", String.join(", ", expected)));
  }

  /**
   * Refuses what can be no name of the field's collection. One of nothing finds nothing, and an
   * empty one means that none is set.
   */
  void mustBeAName(Field field, Op op, Token token) {
    var collection = field.collection();
    var text = token.text();
    boolean asked = !collection.isEmpty() && op != Op.HAS && !text.isEmpty();
    if (!asked || ResourceName.isOf(collection, text)) {
      return;
    }
    throw InvalidFields.of(
        "filter",
        "FILTER_NAME",
        Map.of(
            "field",
            field.name(),
            "value",
            text,
            "position",
            String.valueOf(token.position()),
            "expected",
            collection + "/{id}"));
  }

  /** Parts of a word are looked for with {@code :}, and a bare {@code *} means any. */
  private static boolean isAnyOf(List<String> words, Op op, Token token) {
    return op == Op.HAS
        ? token.text().equals("*") || words.stream().anyMatch(w -> w.contains(token.text()))
        : words.contains(token.text());
  }

  InvalidFields unknown(String parameter, String name) {
    var known = fields.stream().map(Field::name).sorted().collect(Collectors.joining(", "));
    return InvalidFields.of(
        parameter, "FIELD_UNKNOWN", Map.of("parameter", parameter, "value", name, "known", known));
  }

  /** A name without the difference between its two spellings. */
  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(java.util.Locale.ROOT);
  }
}
