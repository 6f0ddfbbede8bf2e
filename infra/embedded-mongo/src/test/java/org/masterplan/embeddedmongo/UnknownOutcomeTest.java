package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.embeddedmongo.CuttingProxy.Where;

/**
 * The connection ends after a write was sent. The driver does not try again by itself; whoever does
 * finds out what became of the first try, and nothing is done twice.
 */
class UnknownOutcomeTest {
  private StoreFixture store;
  private CuttingProxy proxy;
  private MongoClient client;
  private MongoCollection<Document> through;
  private MongoCollection<Document> direct;

  @BeforeEach
  void open() throws IOException {
    store = new StoreFixture();
    proxy = new CuttingProxy(store.store().port());
    client = MongoClients.create(proxy.connectionString());
    direct = store.collection(doc("_id", "counter", "revision", 1, "n", 0));
    through = client.getDatabase("test").getCollection(direct.getNamespace().getCollectionName());
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    proxy.close();
    store.close();
  }

  @Test
  void insert_cutBeforeTheReply_isThere_andRepeatedIsRefused() {
    proxy.cut("written-1", Where.BEFORE_THE_REPLY);

    assertThatThrownBy(() -> through.insertOne(doc("_id", "written-1")))
        .isInstanceOf(MongoSocketException.class);

    assertThat(direct.countDocuments(eq("_id", "written-1"))).isEqualTo(1);
    assertThatThrownBy(() -> through.insertOne(doc("_id", "written-1")))
        .isInstanceOfSatisfying(
            MongoWriteException.class,
            e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
  }

  @Test
  void insert_cutBeforeTheServer_isNotThere_andRepeatedIsStored() {
    proxy.cut("written-2", Where.BEFORE_THE_SERVER);

    assertThatThrownBy(() -> through.insertOne(doc("_id", "written-2")))
        .isInstanceOf(MongoSocketException.class);

    assertThat(direct.countDocuments(eq("_id", "written-2"))).isZero();
    through.insertOne(doc("_id", "written-2"));
    assertThat(direct.countDocuments(eq("_id", "written-2"))).isEqualTo(1);
  }

  @Test
  void updateUnderRevision_cutBeforeTheReply_isDoneOnce() {
    var locked = and(eq("_id", "counter"), eq("revision", 1));
    var change = Updates.combine(Updates.inc("n", 1), Updates.inc("revision", 1));
    proxy.cut("counter", Where.BEFORE_THE_REPLY);

    assertThatThrownBy(() -> through.updateOne(locked, change))
        .isInstanceOf(MongoSocketException.class);

    assertThat(through.updateOne(locked, change).getMatchedCount()).isZero();
    assertThat(direct.find(eq("_id", "counter")).first())
        .isEqualTo(doc("_id", "counter", "revision", 2, "n", 1));
  }

  @Test
  void bulk_cutBeforeTheReply_isThereWhole() {
    proxy.cut("bulk-1", Where.BEFORE_THE_REPLY);

    assertThatThrownBy(
            () -> through.insertMany(java.util.List.of(doc("_id", "bulk-0"), doc("_id", "bulk-1"))))
        .isInstanceOf(MongoSocketException.class);

    assertThat(direct.countDocuments()).isEqualTo(3);
    assertThat(store.store().check()).isEmpty();
  }
}
