package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UniqueIndexTest {
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
  void uniqueIndex_refusesSecond() {
    MongoCollection<Document> c = store.collection();
    c.createIndex(doc("e", 1), new IndexOptions().unique(true));
    c.insertOne(doc("_id", 1, "e", "a"));

    assertThatThrownBy(() -> c.insertOne(doc("_id", 2, "e", "a")))
        .isInstanceOfSatisfying(MongoWriteException.class, UniqueIndexTest::isDuplicate);
    c.insertOne(doc("_id", 3, "e", "b"));
    assertThatThrownBy(() -> c.updateOne(eq("_id", 3), Updates.set("e", "a")))
        .isInstanceOfSatisfying(MongoWriteException.class, UniqueIndexTest::isDuplicate);
    assertThat(c.find(eq("e", "b")).first()).isEqualTo(doc("_id", 3, "e", "b"));
  }

  @Test
  void uniqueIndex_freedByUpdateAndDelete() {
    MongoCollection<Document> c = store.collection();
    c.createIndex(doc("e", 1), new IndexOptions().unique(true));
    c.insertOne(doc("_id", 1, "e", "a"));

    c.updateOne(eq("_id", 1), Updates.set("e", "b"));
    c.insertOne(doc("_id", 2, "e", "a"));
    c.deleteOne(eq("_id", 2));
    c.insertOne(doc("_id", 3, "e", "a"));

    assertThat(StoreFixture.ids(c.find(eq("e", "a")))).containsExactly(3);
  }

  @Test
  void uniqueIndex_sparse_ignoresMissing() {
    MongoCollection<Document> c = store.collection();
    c.createIndex(doc("a", 1), new IndexOptions().unique(true).sparse(true));

    c.insertMany(List.of(doc("_id", 1), doc("_id", 2)));
    c.updateOne(eq("_id", 1), Updates.set("a", "x"));
    c.updateOne(eq("_id", 1), Updates.unset("a"));

    assertThat(c.countDocuments()).isEqualTo(2);
  }

  @Test
  void uniqueIndex_arrayBecomesEmptyAndFull() {
    MongoCollection<Document> c = store.collection();
    c.createIndex(doc("a", 1), new IndexOptions().unique(true).sparse(true));
    c.insertMany(List.of(doc("_id", 1, "a", List.of(1)), doc("_id", 2, "a", List.of(2))));

    c.updateOne(eq("_id", 1), Updates.pull("a", 1));
    c.updateOne(eq("_id", 1), Updates.push("a", 3));

    assertThat(StoreFixture.ids(c.find(eq("a", 3)))).containsExactly(1);
    assertThat(c.find(eq("a", 1)).first()).isNull();
  }

  @Test
  void uniqueIndex_partial_holdsForMatchingOnly() {
    MongoCollection<Document> c = store.collection();
    c.createIndex(
        doc("a", 1), new IndexOptions().unique(true).partialFilterExpression(eq("live", true)));

    c.insertOne(doc("_id", 1, "a", 1, "live", false));
    c.insertOne(doc("_id", 2, "a", 1, "live", false));
    c.insertOne(doc("_id", 3, "a", 1, "live", true));

    assertThatThrownBy(() -> c.insertOne(doc("_id", 4, "a", 1, "live", true)))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void uniqueIndex_builtWhileOthersWrite_holdsOrIsNotThere() throws Exception {
    int built = 0;
    for (int round = 0; round < 10; round++) {
      MongoCollection<Document> c = store.filled(300, i -> doc("_id", i, "e", i));
      try (var writers = Executors.newFixedThreadPool(2)) {
        writers.submit(() -> writeSame(c, "x"));
        writers.submit(() -> writeSame(c, "y"));
        c.createIndex(doc("e", 1), new IndexOptions().unique(true));
        built++;
      } catch (MongoCommandException e) {
        assertThat(e.getCode()).isEqualTo(11000);
      }
      long same = c.countDocuments(eq("e", 299));
      long indexes = StreamSupport.stream(c.listIndexes().spliterator(), false).count();
      assertThat(indexes == 1 || same == 1).as("%d indexes, %d alike", indexes, same).isTrue();
    }
    assertThat(built).isPositive();
    assertThat(store.store().check()).isEmpty();
  }

  private static void writeSame(MongoCollection<Document> c, String writer) {
    for (int i = 0; i < 200; i++) {
      // The last of them is a double of a document that is there.
      int value = i < 199 ? 1_000 + (writer + i).hashCode() : 299;
      try {
        c.insertOne(doc("_id", writer + i, "e", value));
      } catch (MongoWriteException e) {
        isDuplicate(e);
      }
    }
  }

  private static void isDuplicate(MongoWriteException e) {
    assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
  }
}
