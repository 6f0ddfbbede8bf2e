package org.masterplan.platform.query;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Filter.Op;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Value;

/**
 * Compiles filters, orders and page positions for MongoDB, with the meaning of {@code
 * kernel.query.Queryable}. A folded field is looked up at {@code keys.<field>}, where the store
 * keeps its folded text; bare words and beginnings at {@link #WORDS}, an array of folded texts; any
 * other field at {@code body.<field>}.
 *
 * @param paths where fields are stored that are not at their usual path, by field name
 */
public record MongoFilters(Map<String, String> paths) {
  /** Where a document's folded searchable texts are. */
  public static final String WORDS = "keys._words";

  private static final String REGEX_LETTERS = "\\^$.|?*+()[]{}";

  public MongoFilters {
    paths = Map.copyOf(paths);
  }

  /** Every field at its usual path. */
  public static MongoFilters usual() {
    return new MongoFilters(Map.of());
  }

  /** Where the field is stored. */
  public String path(Field field) {
    var usual = (field.kind() == Field.Kind.FOLDED ? "keys." : "body.") + field.name();
    return paths.getOrDefault(field.name(), usual);
  }

  /** The filter as a query document. */
  public Bson compile(Filter filter) {
    return switch (filter) {
      case Filter.All() -> new Document();
      case Filter.And(var parts) -> parts.isEmpty() ? new Document() : Filters.and(all(parts));
      case Filter.Or(var parts) -> parts.isEmpty() ? nothing() : Filters.or(all(parts));
      case Filter.Not(var part) -> Filters.nor(compile(part));
      // By element: mongo-java-server else also looks into the printed form of the whole array.
      case Filter.Word(var word) -> Filters.elemMatch(WORDS, regex(word));
      case Filter.Beginning(var word) -> Filters.elemMatch(WORDS, beginning(word));
      case Filter.Compare(var field, var op, var value) -> compare(path(field), op, value);
    };
  }

  /** The order as a sort document; the id breaks ties in the same direction. */
  public Bson sort(Order order) {
    var path = path(order.field());
    return order.descending() ? Sorts.descending(path, "_id") : Sorts.ascending(path, "_id");
  }

  /** What comes after a page's last item in that order. */
  public Bson after(Order order, Position position) {
    var path = path(order.field());
    var tie = Filters.eq(path, stored(position.key()));
    boolean first = position.key() instanceof Value.Absent;
    var either = new ArrayList<Bson>();
    if (order.descending()) {
      either.add(Filters.and(tie, Filters.lt("_id", position.id())));
      if (!first) {
        either.add(compare(path, Op.LT, position.key()));
        either.add(absent(path));
      }
    } else {
      either.add(Filters.and(tie, Filters.gt("_id", position.id())));
      either.add(first ? present(path) : compare(path, Op.GT, position.key()));
    }
    return Filters.or(either);
  }

  private List<Bson> all(List<Filter> parts) {
    return parts.stream().map(this::compile).toList();
  }

  private static Bson compare(String path, Op op, Value value) {
    return switch (value) {
      case Value.Present() -> present(path);
      case Value.Absent() -> op == Op.NE ? present(path) : absent(path);
      case Value.Text(var text) when op == Op.HAS -> contains(path, text);
      case Value.Text _, Value.Number _, Value.Bool _, Value.Time _ ->
          compared(path, op, stored(value));
    };
  }

  private static Bson compared(String path, Op op, @Nullable Object value) {
    return switch (op) {
      case EQ, HAS -> new Document(path, new Document("$eq", value));
      case NE -> new Document(path, new Document("$ne", value));
      case LT -> new Document(path, new Document("$lt", value));
      case LE -> new Document(path, new Document("$lte", value));
      case GT -> new Document(path, new Document("$gt", value));
      case GE -> new Document(path, new Document("$gte", value));
    };
  }

  private static Bson present(String path) {
    return Filters.nor(absent(path));
  }

  private static Bson absent(String path) {
    return Filters.or(Filters.eq(path, null), Filters.size(path, 0));
  }

  private static Bson nothing() {
    return Filters.in("_id", List.of());
  }

  private static Bson contains(String path, String text) {
    return new Document(path, regex(text));
  }

  private static Document beginning(String text) {
    return new Document("$regex", "^" + quoted(text));
  }

  private static Document regex(String text) {
    return new Document("$regex", quoted(text));
  }

  /** The text as a pattern that matches itself, the same for PCRE and for Java. */
  private static String quoted(String text) {
    var pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (REGEX_LETTERS.indexOf(text.charAt(i)) >= 0) {
        pattern.append('\\');
      }
      pattern.append(text.charAt(i));
    }
    return pattern.toString();
  }

  /** The value as the driver stores it; null for an absent one. */
  static @Nullable Object stored(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Number(var number) -> number;
      case Value.Bool(var truth) -> truth;
      case Value.Time(var instant) -> Date.from(instant);
      case Value.Absent(), Value.Present() -> null;
    };
  }
}
