package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.embeddedmongo.StoreFixture.aggregated;
import static org.masterplan.embeddedmongo.StoreFixture.doc;
import static org.masterplan.embeddedmongo.StoreFixture.ids;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Sorts without an index over more than they may hold, which is 100 MB. */
class HeldTest {
  private static final int TOO_MUCH = 292;

  @Test
  void sort_ofMoreThanMayBeHeld_isRefused_andItsFirstAreFound() {
    try (StoreFixture store = new StoreFixture()) {
      MongoCollection<Document> c = store.collection();
      for (int i = 0; i < 8; i++) {
        c.insertOne(doc("_id", i, "n", -i, "text", "x".repeat(14_000_000)));
      }

      isRefused(() -> c.find().sort(doc("n", 1)).into(new ArrayList<>()));
      isRefused(() -> aggregated(c, "{$sort: {n: 1}}", "{$project: {n: 1}}"));
      isRefused(() -> aggregated(c, "{$skip: 0}", "{$sort: {n: 1}}", "{$project: {n: 1}}"));
      isRefused(() -> aggregated(c, "{$facet: {n: [{$project: {n: 1}}]}}"));
      assertThat(ids(c.find().sort(doc("n", 1)).limit(2).projection(doc("n", 1))))
          .containsExactly(7, 6);
      c.createIndex(doc("n", 1));
      assertThat(ids(c.find().sort(doc("n", 1)).projection(doc("n", 1)))).hasSize(8);
    }
  }

  /** The conditions lead to them by indexes that go on with another order than is asked for. */
  @Test
  void sort_ofMoreThanMayBeHeld_isReadInOrder_ifAnIndexHasIt() {
    try (StoreFixture store = new StoreFixture()) {
      MongoCollection<Document> c = store.collection();
      c.createIndex(doc("a", 1, "n", 1));
      c.createIndex(doc("b", 1, "n", 1));
      for (int i = 0; i < 8; i++) {
        c.insertOne(doc("_id", i, "n", -i, "a", 1, "b", 1, "text", "x".repeat(14_000_000)));
      }
      var all = c.find(and(eq("a", 1), eq("b", 1))).projection(doc("n", 1));

      assertThat(ids(all.sort(doc("_id", 1)))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
      assertThat(ids(all.limit(8))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
      assertThat(ids(all.limit(0).sort(doc("n", 1)))).startsWith(7, 6).hasSize(8);
      isRefused(() -> all.sort(doc("text", 1)).into(new ArrayList<>()));
    }
  }

  private static void isRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MongoException.class, e -> assertThat(e.getCode()).isEqualTo(TOO_MUCH));
  }
}
