package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WritesTest {
  private static StoreFixture store;

  @BeforeAll
  static void open() {
    store = new StoreFixture();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void insertOne_isFound() {
    MongoCollection<Document> c = store.collection();

    c.insertOne(doc("_id", 1, "name", "Tết"));

    assertThat(c.find(eq("_id", 1)).first()).isEqualTo(doc("_id", 1, "name", "Tết"));
    assertThat(c.estimatedDocumentCount()).isEqualTo(1);
  }

  @Test
  void insertOne_sameId_isDuplicate() {
    MongoCollection<Document> c = store.collection(doc("_id", 1));

    assertThatThrownBy(() -> c.insertOne(doc("_id", 1)))
        .isInstanceOfSatisfying(MongoWriteException.class, WritesTest::isDuplicate);
    assertThat(c.countDocuments()).isEqualTo(1);
  }

  @Test
  void duplicate_messageHoldsNoValue() {
    MongoCollection<Document> c = store.collection(doc("_id", "0901234567"));

    assertThatThrownBy(() -> c.insertOne(doc("_id", "0901234567")))
        .hasMessageNotContaining("0901234567");
  }

  private static void isDuplicate(MongoWriteException e) {
    assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
  }

  @Test
  void updateOne_upsert_copiesEqualities() {
    MongoCollection<Document> c = store.collection();

    var result =
        c.updateOne(
            and(eq("_id", 1), eq("t", "x")), Updates.inc("n", 1), new UpdateOptions().upsert(true));

    assertThat(result.getUpsertedId().asInt32().getValue()).isEqualTo(1);
    assertThat(c.find().first()).isEqualTo(doc("_id", 1, "t", "x", "n", 1));
  }

  @Test
  void replaceOne_upsert_thenReplace() {
    MongoCollection<Document> c = store.collection();

    c.replaceOne(eq("_id", "k"), doc("a", 1), new ReplaceOptions().upsert(true));
    c.replaceOne(eq("_id", "k"), doc("b", 2), new ReplaceOptions().upsert(true));

    assertThat(c.find()).containsExactly(doc("_id", "k", "b", 2));
  }

  @Test
  void setOnInsert_onlyOnInsert() {
    MongoCollection<Document> c = store.collection();
    UpdateOptions upsert = new UpdateOptions().upsert(true);

    c.updateOne(
        eq("_id", 1), Updates.combine(Updates.setOnInsert("c", 1), Updates.set("x", 2)), upsert);
    c.updateOne(
        eq("_id", 1), Updates.combine(Updates.setOnInsert("c", 9), Updates.set("x", 3)), upsert);

    assertThat(c.find().first()).isEqualTo(doc("_id", 1, "c", 1, "x", 3));
  }

  @Test
  void findOneAndUpdate_withRevision_onlyOnce() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "revision", 1));
    Bson filter = doc("_id", 1, "revision", 1);
    var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    assertThat(c.findOneAndUpdate(filter, Updates.inc("revision", 1), after))
        .isEqualTo(doc("_id", 1, "revision", 2));
    assertThat(c.findOneAndUpdate(filter, Updates.inc("revision", 1), after)).isNull();
  }

  @Test
  void findOneAndUpdate_upsertAgainstCondition_isDuplicate() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "n", 5));

    assertThatThrownBy(
            () ->
                c.findOneAndUpdate(
                    and(eq("_id", 1), lt("n", 5)),
                    Updates.inc("n", 1),
                    new FindOneAndUpdateOptions().upsert(true)))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getErrorCode()).isEqualTo(11000));
  }

  @Test
  void updateOne_upsertAgainstCondition_isDuplicate() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "n", 5));

    assertThatThrownBy(
            () ->
                c.updateOne(
                    and(eq("_id", 1), lt("n", 5)),
                    Updates.inc("n", 1),
                    new UpdateOptions().upsert(true)))
        .isInstanceOfSatisfying(MongoWriteException.class, WritesTest::isDuplicate);
  }

  @Test
  void findOneAndUpdate_sortAndProjection() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "p", 3), doc("_id", 2, "p", 1));
    var options =
        new FindOneAndUpdateOptions()
            .sort(doc("p", 1))
            .projection(doc("p", 1))
            .returnDocument(ReturnDocument.AFTER);

    assertThat(c.findOneAndUpdate(new Document(), Updates.set("z", 1), options))
        .isEqualTo(doc("_id", 2, "p", 1));
  }

  @Test
  void findOneAndUpdate_projectionWithoutMatch_isNull() {
    MongoCollection<Document> c = store.collection(doc("_id", 1));
    var options = new FindOneAndUpdateOptions().projection(doc("p", 1));

    assertThat(c.findOneAndUpdate(eq("_id", 7), Updates.set("z", 1), options)).isNull();
  }

  @Test
  void findOneAndReplace_andDelete() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "v", 1));

    assertThat(c.findOneAndReplace(doc("_id", 1, "v", 1), doc("v", 2)))
        .isEqualTo(doc("_id", 1, "v", 1));
    assertThat(c.findOneAndDelete(eq("_id", 1))).isEqualTo(doc("_id", 1, "v", 2));
    assertThat(c.countDocuments()).isZero();
  }

  @Test
  void bulkWrite_mixed_countsAll() {
    MongoCollection<Document> c = store.collection(doc("_id", 1));

    var result =
        c.bulkWrite(
            List.of(
                new InsertOneModel<>(doc("_id", 2)),
                new UpdateOneModel<>(eq("_id", 1), Updates.set("a", 1)),
                new UpdateOneModel<>(
                    eq("_id", 9), Updates.set("a", 1), new UpdateOptions().upsert(true)),
                new DeleteOneModel<>(eq("_id", 2)),
                new ReplaceOneModel<>(eq("_id", 1), doc("b", 1))));

    assertThat(result.getInsertedCount()).isEqualTo(1);
    assertThat(result.getMatchedCount()).isEqualTo(2);
    assertThat(result.getModifiedCount()).isEqualTo(2);
    assertThat(result.getDeletedCount()).isEqualTo(1);
    assertThat(result.getUpserts()).hasSize(1);
    assertThat(result.getUpserts().getFirst().getIndex()).isEqualTo(2);
  }

  @Test
  void bulkWrite_ordered_stopsAtDuplicateInsert() {
    MongoCollection<Document> c = store.collection(doc("_id", 1));

    var failure =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                c.bulkWrite(
                    List.of(
                        new InsertOneModel<>(doc("_id", 1)), new InsertOneModel<>(doc("_id", 2)))));

    assertThat(failure.getWriteErrors()).hasSize(1);
    assertThat(failure.getWriteResult().getInsertedCount()).isZero();
    assertThat(c.countDocuments()).isEqualTo(1);
  }

  @Test
  void bulkWrite_ordered_stopsAtFailingUpdate() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "s", "x"), doc("_id", 2, "n", 0));

    var failure =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                c.bulkWrite(
                    List.of(
                        new UpdateOneModel<>(eq("_id", 1), Updates.inc("s", 1)),
                        new UpdateOneModel<>(eq("_id", 2), Updates.inc("n", 1)))));

    assertThat(failure.getWriteErrors()).hasSize(1);
    assertThat(c.find(eq("_id", 2)).first()).isEqualTo(doc("_id", 2, "n", 0));
  }

  @Test
  void bulkWrite_unordered_continuesAndCounts() {
    MongoCollection<Document> c = store.collection(doc("_id", 2));

    var failure =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                c.bulkWrite(
                    List.of(
                        new InsertOneModel<>(doc("_id", 1)),
                        new InsertOneModel<>(doc("_id", 2)),
                        new InsertOneModel<>(doc("_id", 3))),
                    new BulkWriteOptions().ordered(false)));

    assertThat(failure.getWriteErrors()).hasSize(1);
    assertThat(failure.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
    assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(2);
    assertThat(c.countDocuments()).isEqualTo(3);
  }

  @Test
  void insertMany_unordered_tellsWhichFailed() {
    MongoCollection<Document> c = store.collection(doc("_id", 2));

    var failure =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                c.insertMany(
                    List.of(doc("_id", 1), doc("_id", 2), doc("_id", 3)),
                    new InsertManyOptions().ordered(false)));

    assertThat(failure.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
  }

  @Test
  void update_arrayFilters() {
    MongoCollection<Document> c =
        store.collection(doc("_id", 1, "a", List.of(doc("k", 1, "v", 0), doc("k", 2, "v", 0))));

    c.updateOne(
        eq("_id", 1),
        Updates.set("a.$[e].v", 9),
        new UpdateOptions().arrayFilters(List.of(eq("e.k", 2))));

    assertThat(c.find().first().getList("a", Document.class))
        .containsExactly(doc("k", 1, "v", 0), doc("k", 2, "v", 9));
  }

  @Test
  void update_positional() {
    MongoCollection<Document> c =
        store.collection(doc("_id", 1, "a", List.of(doc("k", 1), doc("k", 2)), "b", List.of(1, 2)));

    c.updateOne(and(eq("_id", 1), elemMatch("a", eq("k", 2))), Updates.set("a.$.v", 7));
    c.updateOne(eq("_id", 1), Updates.inc("b.$[]", 10));

    assertThat(c.find().first())
        .isEqualTo(
            doc("_id", 1, "a", List.of(doc("k", 1), doc("k", 2, "v", 7)), "b", List.of(11, 12)));
  }

  @Test
  void update_fieldOperators() {
    MongoCollection<Document> c =
        store.collection(doc("_id", 1, "a", 1, "b", 2, "c", 3, "d", 4, "e", 5, "f", 6));

    c.updateOne(
        eq("_id", 1),
        Updates.combine(
            Updates.inc("a", 5),
            Updates.mul("b", 2),
            Updates.min("c", 1),
            Updates.max("d", 9),
            Updates.unset("e"),
            Updates.rename("f", "g"),
            Updates.inc("x.y", 1L)));

    assertThat(c.find().first())
        .isEqualTo(doc("_id", 1, "a", 6, "b", 4, "c", 1, "d", 9, "g", 6, "x", doc("y", 1L)));
  }

  @Test
  void update_arrayOperators() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "a", List.of(1, 2, 3)));

    c.updateOne(eq("_id", 1), Updates.pushEach("a", List.of(4, 5), new PushOptions().slice(-3)));
    assertThat(c.find().first().get("a")).isEqualTo(List.of(3, 4, 5));
    c.updateOne(
        eq("_id", 1), Updates.pushEach("a", List.of(1), new PushOptions().sort(1).position(0)));
    c.updateOne(eq("_id", 1), Updates.addEachToSet("a", List.of(1, 9)));
    c.updateOne(eq("_id", 1), Updates.pullByFilter(gt("a", 4)));
    c.updateOne(eq("_id", 1), Updates.pullAll("a", List.of(1)));

    assertThat(c.find().first().get("a")).isEqualTo(List.of(3, 4));
  }

  @Test
  void updateMany_andDeleteMany_count() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "a", 1), doc("_id", 2, "a", 1));

    assertThat(c.updateMany(eq("a", 1), Updates.set("a", 2)).getModifiedCount()).isEqualTo(2);
    assertThat(c.deleteMany(eq("a", 2)).getDeletedCount()).isEqualTo(2);
    assertThat(c.estimatedDocumentCount()).isZero();
  }

  @Test
  void updateOne_changingNothing_modifiesNothing() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "a", 1));

    var result = c.updateOne(eq("_id", 1), Updates.set("a", 1));

    assertThat(result.getMatchedCount()).isEqualTo(1);
    assertThat(result.getModifiedCount()).isZero();
  }

  @Test
  void updateOne_severalMatch_changesOne() {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "a", 1), doc("_id", 2, "a", 1));

    c.updateOne(eq("a", 1), Updates.set("b", 1));

    assertThat(c.countDocuments(eq("b", 1))).isEqualTo(1);
  }

  @Test
  void write_journaled() {
    MongoCollection<Document> c = store.collection(doc("_id", 1));

    c.withWriteConcern(WriteConcern.JOURNALED).updateOne(eq("_id", 1), Updates.set("q", 1));

    assertThat(c.find(eq("q", 1)).first()).isNotNull();
  }

  @Test
  void documentOver16MB_isRefused() {
    MongoCollection<Document> c = store.collection();

    assertThatThrownBy(() -> c.insertOne(doc("_id", 1, "p", "x".repeat(17 << 20))))
        .isInstanceOf(RuntimeException.class);
    assertThat(c.countDocuments()).isZero();
  }
}
