package org.masterplan.embeddedmongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;

/** A store in a folder of its own and a client of it. */
final class StoreFixture implements AutoCloseable {
  private static final AtomicInteger NAMES = new AtomicInteger();

  final MongoClient client;
  final MongoDatabase database;
  private final EmbeddedMongo store;

  StoreFixture() {
    store = EmbeddedMongo.inTemporaryFolder();
    client = MongoClients.create(store.connectionString());
    database = client.getDatabase("test");
  }

  EmbeddedMongo store() {
    return store;
  }

  /** A new collection with these documents. */
  MongoCollection<Document> collection(Document... documents) {
    MongoCollection<Document> collection = database.getCollection("c" + NAMES.incrementAndGet());
    if (documents.length > 0) {
      collection.insertMany(Arrays.asList(documents));
    }
    return collection;
  }

  /** {@code fill(0) .. fill(count - 1)} in a new collection. */
  MongoCollection<Document> filled(int count, java.util.function.IntFunction<Document> fill) {
    MongoCollection<Document> collection = collection();
    for (int from = 0; from < count; from += 1_000) {
      collection.insertMany(
          IntStream.range(from, Math.min(count, from + 1_000)).mapToObj(fill).toList());
    }
    return collection;
  }

  static Document doc(Object... fields) {
    Document document = new Document();
    for (int i = 0; i < fields.length; i += 2) {
      document.append((String) fields[i], fields[i + 1]);
    }
    return document;
  }

  static List<Document> aggregated(MongoCollection<Document> collection, String... stages) {
    return collection
        .aggregate(Arrays.stream(stages).map(Document::parse).toList())
        .into(new ArrayList<>());
  }

  static List<Object> ids(Iterable<Document> documents) {
    List<Object> ids = new ArrayList<>();
    documents.forEach(each -> ids.add(each.get("_id")));
    return ids;
  }

  @Override
  public void close() {
    client.close();
    store.close();
  }
}
