package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/**
 * The program that {@link KillTest} kills: writes without end, and after each acknowledgement a
 * line to a file. Its arguments: the store's directory, the file, a seed.
 */
final class KilledWriter {
  private static final String TEXT = "x".repeat(700);

  private final MongoCollection<Document> collection;
  private final OutputStream acknowledged;
  private final Random random;

  private KilledWriter(
      MongoCollection<Document> collection, OutputStream acknowledged, Random random) {
    this.collection = collection;
    this.acknowledged = acknowledged;
    this.random = random;
  }

  public static void main(String[] arguments) throws IOException {
    EmbeddedMongo store =
        EmbeddedMongo.open(Path.of(arguments[0]), EmbeddedMongo.Options.defaults());
    MongoClient client = MongoClients.create(store.connectionString());
    MongoCollection<Document> collection = client.getDatabase("k").getCollection("t");
    collection.createIndex(doc("unique", 1), new IndexOptions().unique(true));
    collection.createIndex(doc("group", 1, "n", -1));
    collection.createIndex(doc("tags", 1));
    OutputStream file =
        Files.newOutputStream(
            Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    new KilledWriter(collection, file, new Random(Long.parseLong(arguments[2]))).run();
  }

  private void run() throws IOException {
    String round = Long.toHexString(random.nextLong());
    for (int i = 0; ; i++) {
      insert(round + "-" + i);
      if (i % 2 == 0) {
        update(round + "-" + random.nextInt(i + 1), i);
      }
      if (i % 7 == 3) {
        delete(round + "-" + random.nextInt(i + 1));
      }
    }
  }

  private void insert(String id) throws IOException {
    collection.insertOne(
        doc("_id", id, "unique", "u" + id, "group", id.hashCode() % 10, "n", 0)
            .append("tags", List.of("a" + id.hashCode() % 5, "b"))
            .append("text", TEXT));
    acknowledge("I " + id);
  }

  private void update(String id, int n) throws IOException {
    var change =
        Updates.combine(
            Updates.set("n", n),
            Updates.set("unique", "u" + id + "/" + n),
            Updates.addToSet("tags", "c" + n % 3));
    if (collection.updateOne(eq("_id", id), change).getMatchedCount() == 1) {
      acknowledge("U " + id + " " + n);
    }
  }

  private void delete(String id) throws IOException {
    acknowledge("? " + id); // from here on the document may be there or not
    if (collection.deleteOne(eq("_id", id)).getDeletedCount() == 1) {
      acknowledge("D " + id);
    }
  }

  private void acknowledge(String line) throws IOException {
    acknowledged.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
