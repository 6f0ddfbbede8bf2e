package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.embeddedmongo.StoreFixture.aggregated;
import static org.masterplan.embeddedmongo.StoreFixture.doc;
import static org.masterplan.embeddedmongo.StoreFixture.ids;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadsTest {
  private static final long DAY = 86_400_000L;
  private static StoreFixture store;
  private static MongoCollection<Document> three;

  @BeforeAll
  static void open() {
    store = new StoreFixture();
    three =
        store.collection(
            doc("_id", 1, "g", "x", "n", 1, "tags", List.of("a", "b"), "ts", new Date(0)),
            doc("_id", 2, "g", "y", "n", 2, "tags", List.of("b"), "ts", new Date(DAY)),
            doc("_id", 3, "g", "x", "n", 3, "tags", List.of(), "ts", new Date(2 * DAY)));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void find_comparisons() {
    assertThat(ids(three.find(gt("n", 1)))).containsExactlyInAnyOrder(2, 3);
    assertThat(ids(three.find(and(gte("ts", new Date(0)), lt("ts", new Date(DAY))))))
        .containsExactly(1);
    assertThat(ids(three.find(in("n", 1, 3)))).containsExactlyInAnyOrder(1, 3);
    assertThat(ids(three.find(nin("n", 1, 3)))).containsExactly(2);
    assertThat(ids(three.find(ne("g", "x")))).containsExactly(2);
    assertThat(ids(three.find(exists("zz")))).isEmpty();
    assertThat(ids(three.find(eq("zz", null)))).hasSize(3);
  }

  @Test
  void find_logic() {
    assertThat(ids(three.find(or(eq("n", 1), eq("g", "y"))))).containsExactlyInAnyOrder(1, 2);
    assertThat(ids(three.find(nor(eq("n", 1))))).containsExactlyInAnyOrder(2, 3);
    assertThat(ids(three.find(Document.parse("{$expr: {$gt: ['$n', 2]}}")))).containsExactly(3);
  }

  @Test
  void find_arraysAndPatterns() {
    assertThat(ids(three.find(eq("tags", "b")))).containsExactlyInAnyOrder(1, 2);
    assertThat(ids(three.find(Document.parse("{tags: {$all: ['a', 'b']}}")))).containsExactly(1);
    assertThat(ids(three.find(Document.parse("{tags: {$size: 1}}")))).containsExactly(2);
    assertThat(ids(three.find(regex("g", "^x")))).hasSize(2);
    assertThat(ids(three.find(regex("g", "^X", "i")))).hasSize(2);
  }

  @Test
  void find_pattern_matchesStringsOnly() {
    MongoCollection<Document> c =
        store.collection(doc("_id", 1, "a", true), doc("_id", 2, "a", "true"), doc("_id", 3));

    assertThat(ids(c.find(regex("a", "^t")))).containsExactly(2);
  }

  @Test
  void find_sortSkipLimit() {
    var sort = Sorts.orderBy(Sorts.ascending("g"), Sorts.descending("n"));

    assertThat(ids(three.find().sort(sort))).containsExactly(3, 1, 2);
    assertThat(ids(three.find().sort(sort).skip(1).limit(1))).containsExactly(1);
    assertThat(three.find().sort(sort).first().get("_id")).isEqualTo(3);
  }

  @Test
  void find_projections() {
    assertThat(three.find(eq("_id", 1)).projection(doc("n", 1, "_id", 0)).first())
        .isEqualTo(doc("n", 1));
    assertThat(three.find(eq("_id", 1)).projection(doc("tags", 0, "ts", 0)).first())
        .isEqualTo(doc("_id", 1, "g", "x", "n", 1));
  }

  @Test
  void find_mixedTypes_sortsByType() {
    MongoCollection<Document> c =
        store.collection(doc("_id", 1, "a", "s"), doc("_id", 2, "a", 1), doc("_id", 3));

    assertThat(ids(c.find().sort(doc("a", 1)))).containsExactly(3, 2, 1);
  }

  @Test
  void find_numbersOfAnyWidth_areEqual() {
    MongoCollection<Document> c =
        store.collection(doc("_id", 5), doc("_id", 1L << 53), doc("_id", (1L << 53) + 1));

    assertThat(c.find(eq("_id", 5L)).first()).isNotNull();
    assertThat(c.find(eq("_id", 5.0)).first()).isNotNull();
    assertThat(ids(c.find(eq("_id", (1L << 53) + 1)))).containsExactly((1L << 53) + 1);
  }

  /** On a list each limit may hold for another element, wherever the match stands. */
  @Test
  void aggregate_laterMatch_meansWhatTheFirstMeans() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "a", List.of(0, 10)));
    String match = "{$match: {a: {$gt: 1, $lt: 5}}}";

    assertThat(aggregated(c, match)).hasSize(1);
    assertThat(aggregated(c, "{$project: {a: 1}}", match)).hasSize(1);
    var facet = aggregated(c, "{$facet: {found: [" + match + ", {$count: 'n'}]}}").getFirst();
    assertThat(facet.getList("found", Document.class)).containsExactly(doc("n", 1));
  }

  @Test
  void find_quotedPatternWhoseLastIsOptional_findsWhatIsShorter() {
    MongoCollection<Document> c =
        store.collection(doc("_id", 1, "s", "a"), doc("_id", 2, "s", "abb"), doc("_id", 3));
    c.createIndex(doc("s", 1));

    assertThat(ids(c.find(regex("s", "^\\Qab\\E*")))).containsExactlyInAnyOrder(1, 2);
    assertThat(ids(c.find(regex("s", "^\\Qab\\E")))).containsExactly(2);
  }

  @Test
  void find_decimalNearALimit_isFoundByAnIndexToo() {
    Decimal128 near = Decimal128.parse("0.09999999999999999999999");
    MongoCollection<Document> c = store.collection(doc("_id", 1, "a", near));
    c.createIndex(doc("a", 1));

    assertThat(ids(c.find(lt("a", Decimal128.parse("0.1"))))).containsExactly(1);
  }

  @Test
  void find_documentAsId() {
    MongoCollection<Document> c = store.collection(doc("_id", doc("a", 1, "b", "x"), "v", 1));

    assertThat(c.find(eq("_id", doc("a", 1, "b", "x"))).first()).isNotNull();
    assertThat(c.find(eq("_id", doc("b", "x", "a", 1))).first()).isNull();
  }

  @Test
  void types_comeBackUnchanged() {
    Document all =
        doc(
            "_id",
            new ObjectId(),
            "decimal",
            Decimal128.parse("1.50"),
            "long",
            5L,
            "double",
            0.5,
            "timestamp",
            new BsonTimestamp(1, 2),
            "date",
            new Date(123_456_789L),
            "none",
            null,
            "flag",
            true,
            "list",
            List.of(1, "a", doc("b", List.of())),
            "text",
            "Đà Nẵng \u0000 \uD83D\uDE00");
    MongoCollection<Document> c = store.collection(all);

    assertThat(c.find().first()).isEqualTo(all);
  }

  @Test
  void counts_areRight() {
    assertThat(three.countDocuments(gt("n", 1))).isEqualTo(2);
    assertThat(three.countDocuments()).isEqualTo(3);
    assertThat(three.estimatedDocumentCount()).isEqualTo(3);
    assertThat(three.countDocuments(eq("g", "x"), limit(1))).isEqualTo(1);
  }

  private static com.mongodb.client.model.CountOptions limit(int most) {
    return new com.mongodb.client.model.CountOptions().limit(most);
  }

  @Test
  void distinct_flattensArrays() {
    assertThat(three.distinct("g", String.class)).containsExactlyInAnyOrder("x", "y");
    assertThat(three.distinct("tags", String.class)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aggregate_plainStages() {
    assertThat(
            aggregated(
                three,
                "{$match: {n: {$gt: 0}}}",
                "{$sort: {n: -1}}",
                "{$skip: 1}",
                "{$limit: 1}",
                "{$project: {n: 1, _id: 0}}"))
        .containsExactly(doc("n", 2));
    assertThat(aggregated(three, "{$count: 'c'}")).containsExactly(doc("c", 3));
    assertThat(aggregated(three, "{$addFields: {z: {$add: ['$n', 1]}}}").getFirst().get("z"))
        .isEqualTo(2);
    assertThat(aggregated(three, "{$unwind: '$tags'}")).hasSize(3);
  }

  @Test
  void aggregate_group() {
    var groups =
        aggregated(
            three,
            "{$sort: {n: 1}}",
            "{$group: {_id: '$g', s: {$sum: '$n'}, a: {$avg: '$n'}, mi: {$min: '$n'},"
                + " ma: {$max: '$n'}, p: {$push: '$n'}, f: {$first: '$n'}, l: {$last: '$n'}}}",
            "{$sort: {_id: 1}}");

    assertThat(groups.getFirst())
        .isEqualTo(Document.parse("{_id: 'x', s: 4, a: 2.0, mi: 1, ma: 3, p: [1, 3], f: 1, l: 3}"));
  }

  @Test
  void aggregate_lookupFacetBucket() {
    String name = three.getNamespace().getCollectionName();

    var joined =
        aggregated(
            three,
            "{$match: {_id: 1}}",
            "{$lookup: {from: '" + name + "', localField: 'g', foreignField: 'g', as: 'o'}}");
    assertThat(joined.getFirst().getList("o", Document.class)).hasSize(2);
    var facets = aggregated(three, "{$facet: {a: [{$count: 'c'}], b: [{$match: {g: 'y'}}]}}");
    assertThat(facets.getFirst().getList("b", Document.class)).hasSize(1);
    assertThat(
            aggregated(
                three, "{$bucket: {groupBy: '$n', boundaries: [0, 2, 4], output: {c: {$sum: 1}}}}"))
        .containsExactly(doc("_id", 0, "c", 1), doc("_id", 2, "c", 2));
  }

  @Test
  void aggregate_missingCollection_isOneWithoutDocuments() {
    MongoCollection<Document> nowhere = store.database.getCollection("nowhere");

    assertThat(aggregated(nowhere, "{$count: 'c'}")).isEmpty();
    assertThat(aggregated(nowhere, "{$facet: {a: [{$count: 'c'}], b: [{$match: {}}]}}"))
        .containsExactly(doc("a", List.of(), "b", List.of()));
    assertThatThrownBy(() -> aggregated(nowhere, "{$nonsense: {}}"))
        .isInstanceOf(MongoException.class);
  }

  @Test
  void cursor_readsAllInBatches() {
    MongoCollection<Document> c = store.filled(5_000, i -> doc("_id", i));

    assertThat(ids(c.find().batchSize(100))).hasSize(5_000);
    assertThat(ids(c.find())).hasSize(5_000);
    assertThat(ids(c.aggregate(List.of(doc("$match", doc()))).batchSize(7))).hasSize(5_000);
  }

  @Test
  void cursor_defaultFirstBatch_is101() {
    MongoCollection<Document> c = store.filled(500, i -> doc("_id", i));

    Document reply = store.database.runCommand(doc("find", c.getNamespace().getCollectionName()));

    assertThat(reply.get("cursor", Document.class).getList("firstBatch", Document.class))
        .hasSize(101);
  }

  @Test
  void cursor_over48MB_isRead() {
    String text = "x".repeat(4_000);
    MongoCollection<Document> c = store.filled(15_000, i -> doc("_id", i, "p", text));

    assertThat(ids(c.find().batchSize(100_000))).hasSize(15_000);
    assertThat(ids(c.aggregate(List.of(doc("$match", doc()))))).hasSize(15_000);
  }

  @Test
  void cursor_seesOneMoment() {
    MongoCollection<Document> c = store.filled(500, i -> doc("_id", i));
    List<Object> seen = new ArrayList<>();

    for (Document each : c.find().batchSize(50)) {
      c.deleteOne(eq("_id", 499 - each.getInteger("_id")));
      seen.add(each.get("_id"));
    }

    assertThat(seen).hasSize(500);
    assertThat(c.countDocuments()).isZero();
  }

  @Test
  void collections_listedRenamedDropped() {
    MongoCollection<Document> c = store.collection(doc("_id", 1));
    String name = c.getNamespace().getCollectionName();
    c.createIndex(doc("a", 1));

    c.renameCollection(new com.mongodb.MongoNamespace("test", "renamed"));
    MongoCollection<Document> renamed = store.database.getCollection("renamed");

    assertThat(renamed.countDocuments()).isEqualTo(1);
    assertThat(renamed.listIndexes()).hasSize(2);
    assertThat(store.database.listCollectionNames()).contains("renamed").doesNotContain(name);
    renamed.drop();
    assertThat(store.database.listCollectionNames()).doesNotContain("renamed");
    assertThat(store.client.listDatabaseNames()).contains("test");
  }
}
