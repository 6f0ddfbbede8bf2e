package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenamingTest {
  private static final int ROUNDS = 200;
  private StoreFixture store;

  @BeforeEach
  void open() {
    store = new StoreFixture();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private MongoCollection<Document> named(String database, String name) {
    return store.client.getDatabase(database).getCollection(name);
  }

  /** There and back again, {@code ROUNDS} times. */
  private void move(String name, String from, String to) {
    for (int i = 0; i < ROUNDS; i++) {
      named(from, name).renameCollection(new MongoNamespace(to, name));
      named(to, name).renameCollection(new MongoNamespace(from, name));
    }
  }

  @Test
  void rename_betweenTwoDatabasesInOppositeWays_ends() throws Exception {
    named("one", "a").insertOne(doc("_id", 1));
    named("two", "b").insertOne(doc("_id", 2));
    // Not closed: of threads that wait for each other it would never return.
    var threads = Executors.newFixedThreadPool(2);

    Future<?> there = threads.submit(() -> move("a", "one", "two"));
    Future<?> back = threads.submit(() -> move("b", "two", "one"));

    there.get(1, TimeUnit.MINUTES);
    back.get(1, TimeUnit.MINUTES);
    threads.shutdown();
    assertThat(named("one", "a").countDocuments()).isEqualTo(1);
    assertThat(named("two", "b").countDocuments()).isEqualTo(1);
  }

  @Test
  void rename_toANameThatIsTaken_leavesBoth() {
    MongoCollection<Document> a = named("one", "a");
    a.insertOne(doc("_id", 1));
    named("one", "b").insertOne(doc("_id", 2));

    assertThatThrownBy(() -> a.renameCollection(new MongoNamespace("one", "b")))
        .isInstanceOf(MongoException.class);

    assertThat(StoreFixture.ids(a.find())).containsExactly(1);
    assertThat(StoreFixture.ids(named("one", "b").find())).containsExactly(2);
  }
}
