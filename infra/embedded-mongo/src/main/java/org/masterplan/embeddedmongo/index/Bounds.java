package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.kv.Bytes;

/** The bounds that a filter's conditions set for the columns of one index. */
final class Bounds {
  private final Conditions conditions;
  private final boolean multikey;
  private final boolean nullable;

  /**
   * @param multikey a document may have several entries: then two limits need not hold for one
   *     entry, so only one of them bounds the range
   * @param nullable documents without the field are in the index under null
   */
  Bounds(Conditions conditions, boolean multikey, boolean nullable) {
    this.conditions = conditions;
    this.multikey = multikey;
    this.nullable = nullable;
  }

  Optional<Bound> of(String field) {
    List<@Nullable Object> demands = conditions.of(field);
    Bound.@Nullable Points points = points(field, demands);
    if (points != null) {
      return Optional.of(points);
    }
    Bound.@Nullable Range range = range(demands);
    for (List<Conditions> branches : conditions.alternatives()) {
      range = narrowed(range, around(field, branches));
    }
    return Optional.ofNullable(range);
  }

  private Bound.@Nullable Range around(String field, List<Conditions> branches) {
    Bound.@Nullable Range around = null;
    for (Conditions branch : branches) {
      Optional<Bound> bound = new Bounds(branch, multikey, nullable).of(field);
      if (bound.isEmpty()) {
        return null;
      }
      if (bound.get() instanceof Bound.Points points && points.keys().isEmpty()) {
        continue; // nobody meets this branch
      }
      around = around == null ? bound.get().hull() : around.around(bound.get());
    }
    return around == null && !branches.isEmpty() ? Bound.Points.of(List.of()).hull() : around;
  }

  private Bound.@Nullable Points points(String field, List<@Nullable Object> demands) {
    for (Object demand : demands) {
      List<@Nullable Object> values = values(field, demand);
      if (values != null) {
        return points(values);
      }
    }
    return null;
  }

  /** The points of each demand that allows a list of values only: a document meets them all. */
  List<Bound.Points> eachPoints(String field) {
    List<Bound.Points> each = new ArrayList<>();
    for (Object demand : conditions.of(field)) {
      List<@Nullable Object> values = values(field, demand);
      if (values != null) {
        each.add(points(values));
      }
    }
    return each;
  }

  private static Bound.Points points(List<@Nullable Object> values) {
    return Bound.Points.of(values.stream().map(KeyEncoding::of).toList());
  }

  /** The values one demand allows, when it allows only a list of them. */
  private @Nullable List<@Nullable Object> values(String field, @Nullable Object demand) {
    if (!(demand instanceof Document operators) || !Conditions.isOperators(demand)) {
      return isPoint(field, demand) ? listOf(demand) : null;
    }
    if (operators.containsKey("$eq") && isPoint(field, operators.get("$eq"))) {
      return listOf(operators.get("$eq"));
    }
    if (operators.get("$in") instanceof Collection<?> all
        && all.stream().allMatch(each -> isPoint(field, each))) {
      return new ArrayList<>(all);
    }
    if (!multikey && operators.get("$size") instanceof Integer) {
      return List.of(); // a size is of an array, and there is none
    }
    if (operators.get("$all") instanceof Collection<?> all && !all.isEmpty()) {
      Object first = all.iterator().next();
      return isPoint(field, first) ? listOf(first) : null;
    }
    return null;
  }

  private static List<@Nullable Object> listOf(@Nullable Object value) {
    List<@Nullable Object> list = new ArrayList<>();
    list.add(value);
    return list;
  }

  private boolean isPoint(String field, @Nullable Object value) {
    return switch (value) {
      case null -> nullable;
      case Missing missing -> nullable;
      case Document document ->
          field.equals("_id")
              && !Conditions.isOperators(document)
              && !BsonRegularExpression.isRegularExpression(document);
      case Collection<?> array -> false;
      case BsonRegularExpression expression -> false;
      case BsonJavaScript code -> false;
      default -> true;
    };
  }

  private Bound.@Nullable Range range(List<@Nullable Object> demands) {
    Bound.@Nullable Range range = null;
    for (Object demand : demands) {
      if (PrefixPattern.isPattern(demand)) {
        range = narrowed(range, PrefixPattern.range(demand));
      } else if (Conditions.isOperators(demand)) {
        for (Map.Entry<String, Object> limit : ((Document) demand).entrySet()) {
          range = narrowed(range, limit(limit.getKey(), limit.getValue()));
        }
      }
    }
    return range;
  }

  private Bound.@Nullable Range narrowed(
      Bound.@Nullable Range range, Bound.@Nullable Range further) {
    if (range == null || further == null) {
      return range == null ? further : range;
    }
    return multikey ? range : Bound.intersection(range, further);
  }

  /** The keys {@code operator value} allows: comparisons hold only between values of one type. */
  private static Bound.@Nullable Range limit(String operator, @Nullable Object value) {
    if (value == null || value instanceof MinKey || value instanceof MaxKey || !isOrdered(value)) {
      return null;
    }
    byte[] key = KeyEncoding.of(value);
    byte[] type = {key[0]};
    return switch (operator) {
      case "$gt", "$gte" -> new Bound.Range(key, Bytes.successor(type));
      // Of decimals the key holds a double: one that is less may have the limit's own key.
      case "$lt" ->
          new Bound.Range(type, key[0] == KeyEncoding.NUMBER ? Bytes.successor(key) : key);
      case "$lte" -> new Bound.Range(type, Bytes.successor(key));
      default -> null;
    };
  }

  private static boolean isOrdered(Object value) {
    return switch (KeyEncoding.typeOf(value)) {
      case KeyEncoding.NUMBER,
          KeyEncoding.STRING,
          KeyEncoding.OBJECT_ID,
          KeyEncoding.BOOLEAN,
          KeyEncoding.INSTANT ->
          true;
      default -> false;
    };
  }
}
