package org.masterplan.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Filter.Op;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.testkit.MongoTestServer;

/** MongoDB must answer what {@link Queryable} means, page by page. */
class MongoFiltersTest {
  static final Field EXACT = Field.exact("state");
  static final Field FOLDED = Field.folded("title");
  static final Field NUMBER = Field.number("count");
  static final Field BOOL = Field.bool("open");
  static final Field TIME = Field.time("at");
  static final List<Field> FIELDS = List.of(EXACT, FOLDED, NUMBER, BOOL, TIME);
  static final MongoFilters FILTERS = MongoFilters.usual();

  /** An item with any number of values for each field. */
  record Item(String id, Map<String, List<Value>> values, List<String> words) {}

  /** How a field without a value is stored; one that lists are ordered by must be missing. */
  enum Empty {
    MISSING,
    ARRAY
  }

  static final Queryable<Item> MEANING =
      new Queryable<>(
          Item::id,
          (item, field) -> item.values().getOrDefault(field.name(), List.of()),
          Item::words);

  static MongoCollection<Document> collection;

  @BeforeContainer
  static void connect() {
    collection = MongoTestServer.database("filters").getCollection("items");
  }

  @Property
  void compile_selectsWhatTheFilterMeans(
      @ForAll("items") List<Item> items, @ForAll("filters") Filter filter, @ForAll Empty emptyAs) {
    store(items, emptyAs);

    var found = new ArrayList<String>();
    collection.find(FILTERS.compile(filter)).map(d -> d.getString("_id")).into(found);

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            items.stream().filter(i -> MEANING.matches(filter, i)).map(Item::id).toList());
  }

  @Property
  void after_pagesThroughEverythingInOrder(
      @ForAll("singles") List<Item> items, @ForAll("orders") Order order) {
    store(items, Empty.MISSING);

    var paged = new ArrayList<String>();
    Optional<Position> position = Optional.empty();
    do {
      var query = new Query(new Filter.All(), order, 3, position);
      var expected = MEANING.page(items, query);
      var page = new ArrayList<String>();
      collection
          .find(position.map(p -> FILTERS.after(order, p)).orElse(new Document()))
          .sort(FILTERS.sort(order))
          .limit(3)
          .map(d -> d.getString("_id"))
          .into(page);
      assertThat(page).isEqualTo(expected.items().stream().map(Item::id).toList());
      paged.addAll(page);
      position = expected.next();
    } while (position.isPresent());
    assertThat(paged).hasSameSizeAs(items);
  }

  @Provide
  Arbitrary<List<Item>> items() {
    return items(2);
  }

  /** Items with at most one value a field, as an order needs. */
  @Provide
  Arbitrary<List<Item>> singles() {
    return items(1);
  }

  @Provide
  Arbitrary<Order> orders() {
    return Combinators.combine(Arbitraries.of(FIELDS), Arbitraries.of(true, false)).as(Order::new);
  }

  @Provide
  Arbitrary<Filter> filters() {
    return Arbitraries.lazyOf(
        this::leaf,
        this::leaf,
        () -> filters().list().ofMaxSize(3).map(Filter.And::new),
        () -> filters().list().ofMaxSize(3).map(Filter.Or::new),
        () -> filters().map(Filter.Not::new));
  }

  private Arbitrary<Filter> leaf() {
    Arbitrary<String> words =
        Arbitraries.strings().withChars("ab .*[(\\$^|?+){}#-~&],").ofMinLength(1).ofMaxLength(3);
    Arbitrary<Filter> word = words.map(Filter.Word::new);
    Arbitrary<Filter> beginning = words.map(Filter.Beginning::new);
    Arbitrary<Filter> compare =
        Arbitraries.of(FIELDS)
            .flatMap(
                field ->
                    Combinators.combine(Arbitraries.of(Op.class), wanted(field))
                        .as((op, value) -> new Filter.Compare(field, op, value)));
    return Arbitraries.oneOf(word, beginning, compare);
  }

  private static Arbitrary<Value> wanted(Field field) {
    return Arbitraries.oneOf(value(field), Arbitraries.of(new Value.Present(), new Value.Absent()));
  }

  private static Arbitrary<List<Item>> items(int most) {
    var each =
        Combinators.combine(
                value(EXACT).list().ofMaxSize(most),
                value(FOLDED).list().ofMaxSize(most),
                value(NUMBER).list().ofMaxSize(most),
                value(BOOL).list().ofMaxSize(most),
                value(TIME).list().ofMaxSize(most),
                texts().list().ofMaxSize(2))
            .as(
                (exact, folded, number, bool, time, words) ->
                    new Item(
                        "",
                        Map.of(
                            "state", exact, "title", folded, "count", number, "open", bool, "at",
                            time),
                        words));
    return each.list().ofMaxSize(8).map(MongoFiltersTest::numbered);
  }

  private static List<Item> numbered(List<Item> items) {
    var result = new ArrayList<Item>();
    for (int i = 0; i < items.size(); i++) {
      result.add(new Item("i" + i, items.get(i).values(), items.get(i).words()));
    }
    return result;
  }

  private static Arbitrary<Value> value(Field field) {
    return switch (field.kind()) {
      case EXACT, FOLDED -> texts().map(Value.Text::new);
      case NUMBER -> Arbitraries.of(-2.5, -1.0, 0.0, 1.0, 2.0, 1e9).map(Value.Number::new);
      case BOOLEAN -> Arbitraries.of(true, false).map(Value.Bool::new);
      case TIME ->
          Arbitraries.longs()
              .between(0, 3)
              .map(n -> new Value.Time(Instant.parse("2026-11-21T00:00:00Z").plusMillis(n)));
    };
  }

  /** Without what a printed array holds: mongo-java-server looks for {@code :} there, too. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab.*(\\$^|?+){}#-~&").ofMaxLength(3);
  }

  private static void store(List<Item> items, Empty emptyAs) {
    collection.deleteMany(new Document());
    if (!items.isEmpty()) {
      collection.insertMany(items.stream().map(i -> document(i, emptyAs)).toList());
    }
  }

  private static Document document(Item item, Empty emptyAs) {
    var body = new Document();
    var keys = new Document(MongoFilters.WORDS.substring("keys.".length()), item.words());
    for (var field : FIELDS) {
      var values = item.values().get(field.name()).stream().map(MongoFilters::stored).toList();
      var target = field.kind() == Field.Kind.FOLDED ? keys : body;
      if (values.size() == 1) {
        target.append(field.name(), values.getFirst());
      } else if (!values.isEmpty() || emptyAs == Empty.ARRAY) {
        target.append(field.name(), values);
      }
    }
    return new Document("_id", item.id()).append("body", body).append("keys", keys);
  }
}
