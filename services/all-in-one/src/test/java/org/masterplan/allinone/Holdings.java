package org.masterplan.allinone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.masterplan.embeddedmongo.EmbeddedMongo;

/** Everything that a plan which is not served has stored. */
final class Holdings {
  private Holdings() {}

  /** Takes one document of any service. */
  interface Taker {
    void take(String collection, String json);
  }

  /** Hands every document over. */
  static void each(Path data, Taker taker) {
    opened(
        data,
        client -> {
          for (var database : client.listDatabaseNames()) {
            var documents = client.getDatabase(database);
            for (var name : documents.listCollectionNames()) {
              documents
                  .getCollection(name)
                  .find()
                  .forEach(d -> taker.take(database + "." + name, d.toJson()));
            }
          }
        });
  }

  /** All of it as one text; only where there is little. */
  static String text(Path data) {
    var all = new StringBuilder();
    each(data, (_, json) -> all.append(json));
    return all.toString();
  }

  static void opened(Path data, Consumer<MongoClient> work) {
    try (var store = EmbeddedMongo.open(data.resolve("store"), EmbeddedMongo.Options.defaults());
        var client = MongoClients.create(store.connectionString())) {
      work.accept(client);
    }
  }
}
