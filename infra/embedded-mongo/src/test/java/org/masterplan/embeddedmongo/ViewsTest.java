package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.ExplainVerbosity;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a query reads from is let go of, however the query ends. */
class ViewsTest {
  private static StoreFixture store;
  private static MongoCollection<Document> c;

  @BeforeAll
  static void open() {
    store = new StoreFixture();
    c = store.filled(500, i -> doc("_id", i, "a", i % 7, "n", i - 300));
    c.createIndex(doc("a", 1));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static long views() {
    return store
        .client
        .getDatabase("admin")
        .runCommand(doc("serverStatus", 1))
        .getEmbedded(List.of("metrics", "cursor", "open", "total"), Number.class)
        .longValue();
  }

  private static List<Document> quotients() {
    Document quotient = doc("$divide", List.of(1, "$n"));
    return List.of(doc("$project", doc("q", quotient)));
  }

  @Test
  void reading_toTheEndOrNot_leavesNone() {
    assertThat(c.find(gte("a", 3)).into(new ArrayList<>())).isNotEmpty();
    assertThat(c.find().sort(doc("n", -1)).limit(3).into(new ArrayList<>())).hasSize(3);
    assertThat(c.find(eq("a", 3)).first()).isNotNull();
    assertThat(c.aggregate(List.of(doc("$match", doc("a", 1)))).first()).isNotNull();
    assertThat(c.countDocuments(eq("a", 1))).isPositive();
    assertThat(c.distinct("a", Integer.class)).hasSize(7);
    assertThat(c.find(eq("a", 1)).explain(ExplainVerbosity.EXECUTION_STATS)).isNotEmpty();

    assertThat(views()).isZero();
  }

  @Test
  void cursor_holdsOneUntilItIsClosed() {
    try (MongoCursor<Document> cursor = c.find().batchSize(10).cursor()) {
      assertThat(cursor.next()).isNotNull();
      assertThat(views()).isEqualTo(1);
    }

    assertThat(views()).isZero();
  }

  @Test
  void failing_atOnceOrOnTheWay_leavesNone() {
    assertThatThrownBy(() -> c.find(doc("a", doc("$nonsense", 1))).first())
        .isInstanceOf(MongoException.class);
    assertThatThrownBy(() -> c.aggregate(quotients()).batchSize(50).into(new ArrayList<>()))
        .isInstanceOf(MongoException.class);
    assertThatThrownBy(() -> c.aggregate(List.of(doc("$nonsense", 1))).first())
        .isInstanceOf(MongoException.class);

    assertThat(views()).isZero();
  }

  @Test
  void writing_doneOrRefused_leavesNone() {
    c.updateMany(eq("a", 1), Updates.inc("m", 1));
    c.findOneAndUpdate(eq("a", 2), Updates.inc("m", 1));
    c.deleteMany(eq("_id", 499));
    assertThatThrownBy(() -> c.updateMany(gte("a", 0), Updates.push("n", 1)))
        .isInstanceOf(MongoException.class);

    assertThat(views()).isZero();
  }
}
