package org.masterplan.embeddedmongo;

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

  private static void isRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MongoException.class, e -> assertThat(e.getCode()).isEqualTo(TOO_MUCH));
  }
}
