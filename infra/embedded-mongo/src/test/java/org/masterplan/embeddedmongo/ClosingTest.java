package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store is closed soon, whatever its clients have asked for. */
@Timeout(120)
class ClosingTest {
  private static final int ALL = 3_000;

  @TempDir Path folder;

  private EmbeddedMongo open() {
    return EmbeddedMongo.open(folder, EmbeddedMongo.Options.defaults());
  }

  // A condition on no field that is indexed, for each of so many: millions of documents to read.
  private static void readForHours(MongoCollection<Document> c) {
    Document lookup =
        doc("from", c.getNamespace().getCollectionName(), "localField", "a", "foreignField", "b")
            .append("as", "found");
    c.aggregate(java.util.List.of(doc("$lookup", lookup), doc("$count", "n"))).first();
  }

  @Test
  void commandThatTakesHours_isBrokenOff_andTheStoreIsWhole() {
    EmbeddedMongo store = open();
    try (MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> c = client.getDatabase("test").getCollection("c");
      c.insertMany(IntStream.range(0, ALL).mapToObj(i -> doc("_id", i, "a", i, "b", -i)).toList());
      Document status = doc("serverStatus", 1);
      CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> readForHours(c));
      await()
          .until(
              () ->
                  client
                          .getDatabase("admin")
                          .runCommand(status)
                          .getEmbedded(
                              java.util.List.of("metrics", "queryExecutor", "scannedObjects"),
                              Long.class)
                      > 2 * ALL);

      store.close(Duration.ofMillis(100));

      assertThat(reading)
          .failsWithin(Duration.ofSeconds(60))
          .withThrowableThat()
          .withCauseInstanceOf(MongoException.class);
    }
    try (EmbeddedMongo again = open()) {
      assertThat(again.check()).isEmpty();
    }
  }
}
