package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.embeddedmongo.Cost.cost;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which index answers, and that it spares reading. */
class PlanningTest {
  private static final int ALL = 1_000;
  private static StoreFixture store;
  private static MongoCollection<Document> c;

  @BeforeAll
  static void open() {
    store = new StoreFixture();
    c =
        store.filled(
            ALL,
            i ->
                doc(
                    "_id",
                    "id%04d".formatted(i),
                    "revision",
                    i % 3,
                    "unit",
                    i % 10,
                    "at",
                    i,
                    "email",
                    "p%04d@example.test".formatted(i),
                    "tags",
                    List.of("t" + i % 50, "t" + i % 7)));
    c.createIndex(doc("unit", 1, "at", -1));
    c.createIndex(doc("email", 1), new IndexOptions().unique(true));
    c.createIndex(doc("tags", 1));
    c.createIndex(doc("at", 1));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void byIdAndRevision_readsOne() {
    assertThat(cost(c.find(doc("_id", "id0007", "revision", 1))))
        .isEqualTo(new Cost("IXSCAN", "_id_", 1, 1));
    assertThat(cost(c.find(and(eq("_id", "id0007"), eq("revision", 2)))).keys()).isEqualTo(1);
  }

  @Test
  void byIds_readsThose() {
    assertThat(cost(c.find(in("_id", "id0007", "id0009", "none"))))
        .isEqualTo(new Cost("IXSCAN", "_id_", 2, 2));
  }

  @Test
  void byUniqueValue_readsOne() {
    assertThat(cost(c.find(eq("email", "p0100@example.test"))))
        .isEqualTo(new Cost("IXSCAN", "email_1", 1, 1));
  }

  @Test
  void equalityRangeAndSort_readsThePage() {
    var page = c.find(and(eq("unit", 3), lt("at", 900))).sort(doc("at", -1)).limit(10);

    assertThat(cost(page)).isEqualTo(new Cost("IXSCAN", "unit_1_at_-1", 10, 10));
    assertThat(page.first().get("at")).isEqualTo(893);
  }

  @Test
  void equalityAndOppositeSort_readsBackward() {
    var page = c.find(eq("unit", 3)).sort(doc("at", 1)).limit(5);

    assertThat(cost(page)).isEqualTo(new Cost("IXSCAN", "unit_1_at_-1", 5, 5));
    assertThat(page.first().get("at")).isEqualTo(3);
  }

  @Test
  void pagingByIdWithinEquality_readsThePage() {
    c.createIndex(doc("revision", 1));
    var page = c.find(and(eq("revision", 1), gt("_id", "id0500"))).sort(doc("_id", 1)).limit(10);

    assertThat(cost(page)).isEqualTo(new Cost("IXSCAN", "revision_1", 10, 10));
  }

  @Test
  void pagingBySortKeyAndId_startsAtThePage() {
    var after = or(gt("at", 800), and(eq("at", 800), gt("_id", "id0800")));
    var page = c.find(after).sort(doc("at", 1, "_id", 1)).limit(10);

    assertThat(cost(page)).isEqualTo(new Cost("IXSCAN", "at_1", 11, 10));
    assertThat(page.first().get("at")).isEqualTo(801);
  }

  @Test
  void orOverDifferentIndexes_readsBoth_andNothingTwice() {
    var both = c.find(or(eq("email", "p0007@example.test"), eq("at", 7), eq("_id", "id0009")));

    assertThat(StoreFixture.ids(both)).containsExactlyInAnyOrder("id0007", "id0009");
    Cost cost = cost(both);
    assertThat(cost.stage()).isEqualTo("OR");
    assertThat(cost.keys()).isEqualTo(3);
    assertThat(StoreFixture.ids(both.sort(doc("at", -1)))).containsExactly("id0009", "id0007");
    assertThat(cost(c.find(or(eq("at", 7), eq("nothing", 1)))).keys()).isEqualTo(ALL);
  }

  @Test
  void range_readsIt_andTheLimitsOwnKey() {
    assertThat(cost(c.find(and(gte("at", 10), lt("at", 20)))))
        .isEqualTo(new Cost("IXSCAN", "at_1", 11, 10));
  }

  @Test
  void prefix_readsIt() {
    assertThat(cost(c.find(regex("email", "^p001"))))
        .isEqualTo(new Cost("IXSCAN", "email_1", 10, 10));
    assertThat(cost(c.find(regex("_id", "^id099")))).isEqualTo(new Cost("IXSCAN", "_id_", 10, 10));
  }

  @Test
  void arrayElement_readsThose() {
    Cost cost = cost(c.find(eq("tags", "t42")));

    assertThat(cost.index()).isEqualTo("tags_1");
    assertThat(cost.keys()).isEqualTo(20);
  }

  @Test
  void nothingIndexed_readsAll() {
    assertThat(cost(c.find(eq("nothing", 1)))).isEqualTo(new Cost("COLLSCAN", null, ALL, 0));
  }

  @Test
  void sortByNothingIndexed_isSorted() {
    assertThat(cost(c.find(eq("unit", 3)).sort(doc("email", -1))).stage()).isEqualTo("SORT");
  }

  @Test
  void aggregate_leadingMatch_isPlanned() {
    Document explained =
        c.aggregate(List.of(doc("$match", eq("at", 7)), doc("$count", "n")))
            .explain(ExplainVerbosity.EXECUTION_STATS);

    assertThat(explained.get("executionStats", Document.class).get("totalKeysExamined"))
        .isEqualTo(1L);
  }

  @Test
  void aggregate_leadingSortAndLimit_areReadInTheOrderOfTheIndex() {
    Document explained =
        c.aggregate(List.of(doc("$sort", doc("at", -1)), doc("$limit", 3)))
            .explain(ExplainVerbosity.EXECUTION_STATS);

    assertThat(explained.getEmbedded(List.of("queryPlanner", "winningPlan"), Document.class))
        .containsEntry("stage", "IXSCAN")
        .containsEntry("direction", "backward");
    assertThat(explained.get("executionStats", Document.class).get("totalKeysExamined"))
        .isEqualTo(3L);
  }

  @Test
  void lookup_byIndexedField_readsThose() {
    MongoCollection<Document> people = store.collection(doc("_id", 1, "u", 3), doc("_id", 2));
    long before = documentsExamined();

    List<Document> joined =
        StoreFixture.aggregated(
            people,
            "{$match: {_id: 1}}",
            "{$lookup: {from: '%s', localField: 'u', foreignField: 'at', as: 'o'}}"
                .formatted(c.getNamespace().getCollectionName()));

    assertThat(joined.getFirst().getList("o", Document.class)).hasSize(1);
    assertThat(documentsExamined() - before).isEqualTo(2); // one here, one there
  }

  @Test
  void lookup_byFieldWithoutIndex_readsAll() {
    MongoCollection<Document> people = store.collection(doc("_id", 1, "u", 3));
    long before = documentsExamined();

    StoreFixture.aggregated(
        people,
        "{$lookup: {from: '%s', localField: 'u', foreignField: 'nothing', as: 'o'}}"
            .formatted(c.getNamespace().getCollectionName()));

    assertThat(documentsExamined() - before).isEqualTo(1 + ALL);
  }

  private static long documentsExamined() {
    return store
        .client
        .getDatabase("admin")
        .runCommand(doc("serverStatus", 1))
        .getEmbedded(List.of("metrics", "queryExecutor", "scannedObjects"), Long.class);
  }

  @Test
  void sparseIndex_isNotUsedForTheMissing() {
    MongoCollection<Document> sparse = store.collection(doc("_id", 1, "a", 1), doc("_id", 2));
    sparse.createIndex(doc("a", 1), new IndexOptions().sparse(true));

    assertThat(StoreFixture.ids(sparse.find().sort(doc("a", 1)))).containsExactly(2, 1);
    assertThat(StoreFixture.ids(sparse.find(eq("a", null)))).containsExactly(2);
    assertThat(cost(sparse.find(eq("a", 1))).index()).isEqualTo("a_1");
  }
}
