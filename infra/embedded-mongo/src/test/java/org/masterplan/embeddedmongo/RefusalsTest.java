package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.text;
import static com.mongodb.client.model.Filters.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not supported is refused, not answered wrongly. */
class RefusalsTest {
  private static StoreFixture store;
  private static MongoCollection<Document> c;

  @BeforeAll
  static void open() {
    store = new StoreFixture();
    c = store.collection();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  static Stream<Arguments> refused() {
    Collation vietnamese = Collation.builder().locale("vi").build();
    return Stream.of(
        refused("find with collation", () -> c.find(eq("a", 1)).collation(vietnamese).first()),
        refused(
            "index with collation",
            () -> c.createIndex(doc("a", 1), new IndexOptions().collation(vietnamese))),
        refused("hashed index", () -> c.createIndex(Indexes.hashed("a"))),
        refused("text index", () -> c.createIndex(Indexes.text("a"))),
        refused("geo index", () -> c.createIndex(Indexes.geo2dsphere("a"))),
        refused("wildcard index", () -> c.createIndex(doc("$**", 1))),
        refused("index of 33 fields", () -> c.createIndex(fields(33))),
        refused("$where", () -> c.find(where("true")).first()),
        refused("$text", () -> c.find(text("a")).first()),
        refused("change stream", () -> c.watch().cursor()),
        refused("transaction", RefusalsTest::transaction),
        refused(
            "pipeline update", () -> c.updateOne(eq("_id", 1), List.of(doc("$set", doc("a", 1))))),
        refused(
            "pipeline findAndModify",
            () -> c.findOneAndUpdate(eq("_id", 1), List.of(doc("$set", doc("a", 1))))),
        refused(
            "capped collection",
            () ->
                store.database.createCollection(
                    "capped", new CreateCollectionOptions().capped(true).sizeInBytes(4096))),
        refused("view", () -> store.database.createView("v", "c", List.of())),
        refused(
            "unknown stage",
            () ->
                store.collection(doc("_id", 1)).aggregate(List.of(doc("$densify", doc()))).first()),
        refused("unknown command", () -> store.database.runCommand(doc("mapReduce", "c"))));
  }

  static Stream<Arguments> refusedStages() {
    return Stream.of(
        refused("$out", () -> c.aggregate(List.of(doc("$out", "copied"))).toCollection()),
        refused("$sample", () -> c.aggregate(List.of(doc("$sample", doc("size", 1)))).first()),
        refused(
            "$sort of a facet",
            () ->
                c.aggregate(List.of(doc("$facet", doc("f", List.of(doc("$sort", doc("a", 1)))))))
                    .first()),
        refused("$merge", () -> c.aggregate(List.of(doc("$merge", "merged"))).toCollection()),
        refused(
            "$graphLookup of a facet",
            () ->
                c.aggregate(
                        List.of(
                            doc(
                                "$facet",
                                doc("f", List.of(doc("$graphLookup", doc("from", "c")))))))
                    .first()));
  }

  static Stream<Arguments> refusedConditions() {
    return Stream.of(
        refused(
            "expiry by two fields",
            () ->
                c.createIndex(
                    doc("a", 1, "b", 1), new IndexOptions().expireAfter(1L, TimeUnit.SECONDS))),
        refused(
            "expiry before now",
            () ->
                c.createIndex(doc("a", 1), new IndexOptions().expireAfter(-1L, TimeUnit.SECONDS))),
        refused(
            "unknown hint", () -> store.collection(doc("_id", 1)).find().hint(doc("q", 1)).first()),
        refused(
            "unknown hint of findAndModify",
            () ->
                store
                    .collection(doc("_id", 1))
                    .findOneAndUpdate(
                        eq("_id", 1),
                        Updates.set("a", 1),
                        new FindOneAndUpdateOptions().hintString("q_1"))),
        refused(
            "unknown hint of update",
            () ->
                store
                    .collection(doc("_id", 1))
                    .updateOne(
                        eq("_id", 1), Updates.set("a", 1), new UpdateOptions().hintString("q_1"))),
        refused(
            "unknown hint of delete",
            () ->
                store
                    .collection(doc("_id", 1))
                    .deleteOne(eq("_id", 1), new DeleteOptions().hintString("q_1"))),
        refused("$where of an update", () -> c.updateOne(where("true"), Updates.set("a", 1))),
        refused("$where of a deletion", () -> c.deleteMany(where("true"))));
  }

  private static Arguments refused(String name, Executable call) {
    return Arguments.of(name, call);
  }

  private static Document fields(int howMany) {
    Document fields = doc();
    IntStream.range(0, howMany).forEach(i -> fields.append("f" + i, 1));
    return fields;
  }

  @Test
  void index_of32Fields_isMade() {
    MongoCollection<Document> indexed = store.collection(doc("_id", 1, "f31", List.of(1, 2)));
    indexed.createIndex(fields(32), new IndexOptions().name("many"));

    assertThat(indexed.listIndexes()).hasSize(2);
    assertThat(StoreFixture.ids(indexed.find(eq("f0", null)))).containsExactly(1);
  }

  private static void transaction() {
    store.database.runCommand(
        doc(
            "insert",
            "c",
            "documents",
            List.of(doc("_id", 1)),
            "txnNumber",
            1L,
            "startTransaction",
            true,
            "autocommit",
            false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"refused", "refusedStages", "refusedConditions"})
  void command_notSupported_isRefused(String name, Executable call) {
    assertThatThrownBy(call::execute)
        .isInstanceOf(MongoException.class)
        .satisfies(e -> assertThat(((MongoException) e).getCode()).isPositive());
  }

  @Test
  void hint_known_isAccepted() {
    MongoCollection<Document> hinted = store.collection(doc("_id", 1, "a", 1));
    hinted.createIndex(doc("a", 1));

    assertThat(hinted.find(eq("a", 1)).hint(doc("a", 1)).first()).isNotNull();
    assertThat(hinted.find(eq("a", 1)).hintString("a_1").first()).isNotNull();
    assertThat(hinted.find(eq("a", 1)).hint(doc("_id", 1)).first()).isNotNull();
  }

  @Test
  void index_sameNameOtherOptions_conflicts() {
    MongoCollection<Document> indexed = store.collection();
    indexed.createIndex(doc("a", 1));
    indexed.createIndex(doc("a", 1));

    assertThatThrownBy(() -> indexed.createIndex(doc("a", 1), new IndexOptions().unique(true)))
        .isInstanceOf(MongoException.class);
    assertThatThrownBy(() -> indexed.createIndex(doc("b", 1), new IndexOptions().name("a_1")))
        .isInstanceOf(MongoException.class);
    assertThat(indexed.listIndexes()).hasSize(2);
  }

  @Test
  void index_ofAnotherExpiry_conflicts() {
    MongoCollection<Document> indexed = store.collection();
    indexed.createIndex(doc("at", 1), new IndexOptions().expireAfter(3600L, TimeUnit.SECONDS));
    indexed.createIndex(doc("at", 1), new IndexOptions().expireAfter(3600L, TimeUnit.SECONDS));

    assertThatThrownBy(
            () ->
                indexed.createIndex(
                    doc("at", 1), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS)))
        .isInstanceOf(MongoException.class);
  }

  @Test
  void index_overDuplicates_isRefusedAndLeavesNothing() {
    MongoCollection<Document> doubled =
        store.collection(doc("_id", 1, "a", 1), doc("_id", 2, "a", 1));

    assertThatThrownBy(() -> doubled.createIndex(doc("a", 1), new IndexOptions().unique(true)))
        .isInstanceOfSatisfying(
            MongoException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    assertThat(doubled.listIndexes()).hasSize(1);
    doubled.updateOne(eq("_id", 1), Updates.set("a", 2));
    doubled.createIndex(doc("a", 1), new IndexOptions().unique(true));
    assertThat(doubled.listIndexes()).hasSize(2);
    doubled.dropIndex("a_1");
    assertThat(doubled.listIndexes()).hasSize(1);
    assertThat(StoreFixture.ids(doubled.find(eq("a", 2)))).containsExactly(1);
  }
}
