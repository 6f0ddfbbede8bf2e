package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.masterplan.embeddedmongo.FeatureChecks.Check;

/**
 * What the plan asks of a server: against the embedded store, or, where {@code MONGODB_URI} is set,
 * against that server. The checks are lines of text in the folder {@code features}.
 */
class FeaturesTest {
  private static final String DATABASE = "masterplan_conformance";
  private static @Nullable EmbeddedMongo store;
  private static MongoClient client;

  @BeforeAll
  static void open() {
    String uri = System.getenv("MONGODB_URI");
    if (uri == null || uri.isBlank()) {
      store = EmbeddedMongo.inTemporaryFolder();
      uri = store.connectionString();
    }
    client = MongoClients.create(uri);
    System.out.printf(
        "FIGURE store.features %d checks on %s%n",
        checks().count(), store == null ? "the server of MONGODB_URI" : "the embedded store");
  }

  @AfterAll
  static void close() {
    client.getDatabase(DATABASE).drop();
    client.close();
    if (store != null) {
      store.close();
    }
  }

  static Stream<Check> checks() {
    return FeatureChecks.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("checks")
  void server_doesAsTheLineSays(Check check) {
    run(check);
  }

  @ParameterizedTest(name = "indexed: {0}")
  @MethodSource("checks")
  void server_withIndexes_doesTheSame(Check check) {
    run(check, "n", "g", "tags", "s.k", "items.k", "items.v", "a");
  }

  private static void run(Check check, String... indexed) {
    MongoCollection<Document> c = client.getDatabase(DATABASE).getCollection("c");
    c.drop();
    for (String field : indexed) {
      c.createIndex(Indexes.ascending(field));
    }
    List<Document> all = new ArrayList<>(check.data().getList("all", Document.class));
    if (check.line().get("of") instanceof Document before
        && !check.line().containsKey("distinct")) {
      all.add(before);
    }
    if (!all.isEmpty()) {
      c.insertMany(all);
    }
    boolean refused = store != null && check.refused();
    if (refused || check.fails()) {
      assertThatThrownBy(() -> judge(c, check.line())).isInstanceOf(MongoException.class);
      assertThat(c.find().into(new ArrayList<>())).isEqualTo(all);
    } else {
      judge(c, check.line());
    }
  }

  private static void judge(MongoCollection<Document> c, Document line) {
    switch (line.keySet().iterator().next()) {
      case "find" -> find(c, line);
      case "count" ->
          assertThat(c.countDocuments(document(line, "count")))
              .isEqualTo(line.getInteger("n").longValue());
      case "distinct" -> distinct(c, line);
      case "update", "replace" -> update(c, line);
      case "aggregate" ->
          assertThat(c.aggregate(line.getList("aggregate", Document.class)).into(new ArrayList<>()))
              .isEqualTo(line.getOrDefault("docs", List.of()));
      default -> throw new IllegalArgumentException(line.toJson());
    }
  }

  private static void find(MongoCollection<Document> c, Document line) {
    List<Document> found =
        c.find(document(line, "find"))
            .sort(line.containsKey("sort") ? document(line, "sort") : new Document("_id", 1))
            .skip(line.getInteger("skip", 0))
            .limit(line.getInteger("limit", 0))
            .projection(document(line, "project"))
            .into(new ArrayList<>());
    if (line.containsKey("docs")) {
      assertThat(found).isEqualTo(line.get("docs"));
    } else {
      assertThat(StoreFixture.ids(found)).isEqualTo(line.getOrDefault("ids", List.of()));
    }
  }

  private static void distinct(MongoCollection<Document> c, Document line) {
    // The driver gives null for BSON's null.
    List<@Nullable BsonValue> expected = new ArrayList<>();
    new Document("v", line.get("values"))
        .toBsonDocument()
        .getArray("v")
        .forEach(each -> expected.add(each.isNull() ? null : each));
    assertThat(
            c.distinct(line.getString("distinct"), document(line, "of"), BsonValue.class)
                .into(new ArrayList<>()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void update(MongoCollection<Document> c, Document line) {
    Bson where = line.containsKey("where") ? document(line, "where") : new Document("_id", 1);
    boolean upsert = line.getBoolean("upsert", false);
    if (line.containsKey("replace")) {
      c.replaceOne(where, document(line, "replace"), new ReplaceOptions().upsert(upsert));
    } else {
      UpdateOptions options = new UpdateOptions().upsert(upsert);
      if (line.containsKey("arrayFilters")) {
        options.arrayFilters(line.getList("arrayFilters", Document.class));
      }
      c.updateOne(where, document(line, "update"), options);
    }
    assertThat(c.find().into(new ArrayList<>())).isEqualTo(List.of(document(line, "gives")));
  }

  private static Document document(Document line, String field) {
    return line.get(field, new Document());
  }
}
