package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands of each field, all of it at once: top-level conditions, those inside {@code
 * $and} (the driver writes its filters so) and, under dotted names, inside {@code $elemMatch}.
 * Everything else is left to the matcher.
 */
final class Conditions {
  private final Map<String, List<@Nullable Object>> byField = new HashMap<>();
  private final List<List<Conditions>> alternatives = new ArrayList<>();

  static Conditions of(Document filter) {
    Conditions conditions = new Conditions();
    conditions.add(filter, "");
    return conditions;
  }

  /** What is demanded of {@code field}; null in the list is the value null. */
  List<@Nullable Object> of(String field) {
    return byField.getOrDefault(field, List.of());
  }

  /** For each {@code $or}, its branches. */
  List<List<Conditions>> alternatives() {
    return alternatives;
  }

  /** Whether every demand of {@code other} is literally among these. */
  boolean include(Document other) {
    return other.entrySet().stream()
        .allMatch(entry -> of(entry.getKey()).contains(entry.getValue()));
  }

  private void add(Document filter, String prefix) {
    for (Map.Entry<String, Object> entry : filter.entrySet()) {
      String name = entry.getKey();
      Object value = entry.getValue();
      if (name.equals("$and") && value instanceof List<?> parts) {
        parts.forEach(part -> add((Document) part, prefix));
      } else if (name.equals("$or") && value instanceof List<?> parts && prefix.isEmpty()) {
        alternatives.add(parts.stream().map(part -> of((Document) part)).toList());
      } else if (!name.startsWith("$")) {
        addField(prefix + name, value);
      }
    }
  }

  private void addField(String field, @Nullable Object value) {
    byField.computeIfAbsent(field, name -> new ArrayList<>()).add(value);
    if (value instanceof Document operators
        && operators.get("$elemMatch") instanceof Document element
        && !isOperators(element)) {
      add(element, field + ".");
    }
  }

  /** Whether {@code value} is {@code {$gt: ...}} rather than a value to equal. */
  static boolean isOperators(@Nullable Object value) {
    return value instanceof Document document
        && !document.isEmpty()
        && document.keySet().iterator().next().startsWith("$")
        && !BsonRegularExpression.isRegularExpression(value);
  }
}
