package org.masterplan.embeddedmongo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bson.Document;

/**
 * What MongoDB answers, written down plainly and without any index: flat documents of numbers,
 * strings, dates, booleans, nulls and lists of them.
 */
final class ModelCollection {
  /** Identifiers are less than this. */
  static final int IDS = 16;

  private final Map<Integer, Document> documents = new TreeMap<>();

  /** Documents are never changed, only replaced. */
  ModelCollection copy() {
    ModelCollection copy = new ModelCollection();
    copy.documents.putAll(documents);
    return copy;
  }

  boolean put(Document document) {
    return documents.put(document.getInteger("_id"), new Document(document)) != null;
  }

  boolean delete(int id) {
    return documents.remove(id) != null;
  }

  boolean set(int id, String field, Object value) {
    return documents.computeIfPresent(id, (key, old) -> new Document(old).append(field, value))
        != null;
  }

  int deleteMatching(Document filter) {
    List<Document> found = find(filter);
    found.forEach(each -> delete(each.getInteger("_id")));
    return found.size();
  }

  List<Document> find(Document filter) {
    return documents.values().stream().filter(each -> matches(each, filter)).toList();
  }

  /** In the order {@code sort}, which ends with {@code _id}. */
  List<Document> find(Document filter, Document sort) {
    Comparator<Document> order = (one, other) -> 0;
    for (Map.Entry<String, Object> each : sort.entrySet()) {
      boolean ascending = each.getValue().equals(1);
      Comparator<Document> byField =
          (one, other) ->
              ascending
                  ? compare(
                      extreme(one.get(each.getKey()), 1), extreme(other.get(each.getKey()), 1))
                  : compare(
                      extreme(other.get(each.getKey()), -1), extreme(one.get(each.getKey()), -1));
      order = order.thenComparing(byField);
    }
    return find(filter).stream().sorted(order).toList();
  }

  /** What a list is sorted by: its least element, descending its greatest. */
  private static Object extreme(Object value, int sign) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    List<Object> sorted = new ArrayList<>(list);
    sorted.sort((one, other) -> sign * compare(one, other));
    return sorted.getFirst();
  }

  private static boolean matches(Document document, Document filter) {
    return filter.entrySet().stream()
        .allMatch(
            each ->
                switch (each.getKey()) {
                  case "$and" ->
                      parts(each.getValue()).stream().allMatch(p -> matches(document, p));
                  case "$or" -> parts(each.getValue()).stream().anyMatch(p -> matches(document, p));
                  default -> matches(document.get(each.getKey()), each.getValue());
                });
  }

  @SuppressWarnings("unchecked")
  private static List<Document> parts(Object value) {
    return (List<Document>) value;
  }

  private static boolean matches(Object value, Object condition) {
    if (!(condition instanceof Document operators)) {
      return any(value, each -> equal(each, condition));
    }
    return operators.entrySet().stream()
        .allMatch(each -> any(value, test(each.getKey(), each.getValue())));
  }

  private static Predicate<Object> test(String operator, Object limit) {
    return switch (operator) {
      case "$in" -> value -> ((List<?>) limit).stream().anyMatch(each -> equal(value, each));
      case "$gt" -> value -> comparable(value, limit) && compare(value, limit) > 0;
      case "$gte" -> value -> comparable(value, limit) && compare(value, limit) >= 0;
      case "$lt" -> value -> comparable(value, limit) && compare(value, limit) < 0;
      case "$lte" -> value -> comparable(value, limit) && compare(value, limit) <= 0;
      case "$regex" ->
          value -> value instanceof String text && text.startsWith(limit.toString().substring(1));
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static boolean any(Object value, Predicate<Object> test) {
    return value instanceof List<?> list ? list.stream().anyMatch(test) : test.test(value);
  }

  private static boolean comparable(Object one, Object other) {
    return one != null && other != null && type(one) == type(other);
  }

  private static boolean equal(Object one, Object other) {
    return type(one) == type(other) && compare(one, other) == 0;
  }

  private static int compare(Object one, Object other) {
    if (type(one) != type(other)) {
      return Integer.compare(type(one), type(other));
    }
    return switch (one) {
      case null -> 0;
      case Number number -> Double.compare(number.doubleValue(), ((Number) other).doubleValue());
      case String text -> text.compareTo((String) other);
      case Boolean flag -> flag.compareTo((Boolean) other);
      case Date date -> date.compareTo((Date) other);
      default -> throw new IllegalArgumentException(Objects.toString(one));
    };
  }

  private static int type(Object value) {
    return switch (value) {
      case null -> 0;
      case Number number -> 1;
      case String text -> 2;
      case Boolean flag -> 3;
      case Date date -> 4;
      default -> throw new IllegalArgumentException(value.toString());
    };
  }
}
