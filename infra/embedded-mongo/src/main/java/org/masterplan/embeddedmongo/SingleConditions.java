package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites {@code {a: {$gt: 1, $lt: 5}}} to two conditions. On a list each may hold for another
 * element; the library's matcher would demand one element for both. Limits patterns to strings.
 */
final class SingleConditions {
  private static final Set<String> SEPARABLE =
      Set.of("$gt", "$gte", "$lt", "$lte", "$eq", "$ne", "$in", "$nin", "$exists");

  // The library's matcher tries a pattern on the text of anything: ^t would match true.
  private static final Document STRING = new Document("$type", "string");

  private SingleConditions() {}

  /** A filter that means what {@code filter} means in MongoDB. */
  static Document of(Document filter) {
    List<Object> parts = new ArrayList<>();
    for (Map.Entry<String, Object> entry : filter.entrySet()) {
      add(parts, entry.getKey(), entry.getValue());
    }
    return parts.size() == filter.size() && parts.size() == 1
        ? (Document) parts.getFirst()
        : parts.isEmpty() ? filter : new Document("$and", parts);
  }

  // Asked for a whole document, the library's matcher would look for its fields anywhere in a list.
  private static boolean isWhole(String name, @Nullable Object value) {
    return !name.startsWith("$")
        && value instanceof Document document
        && document.keySet().stream().noneMatch(key -> key.startsWith("$"));
  }

  private static void add(List<Object> parts, String name, @Nullable Object value) {
    if (value instanceof List<?> branches && Set.of("$and", "$or", "$nor").contains(name)) {
      List<?> rewritten =
          branches.stream().map(each -> each instanceof Document part ? of(part) : each).toList();
      parts.add(new Document(name, rewritten));
    } else if (value instanceof Document operators
        && operators.size() > 1
        && SEPARABLE.containsAll(operators.keySet())) {
      operators.forEach(
          (operator, limit) -> parts.add(new Document(name, new Document(operator, limit))));
    } else {
      parts.add(new Document(name, isWhole(name, value) ? new Document("$eq", value) : value));
      if (BsonRegularExpression.isRegularExpression(value)) {
        parts.add(new Document(name, STRING));
      }
    }
  }
}
