package org.masterplan.platform.testkit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.masterplan.embeddedmongo.EmbeddedMongo;

/**
 * A server for store contract tests: the one that {@code MONGODB_URI} names, else the embedded
 * store in a temporary folder. Started once, on first use.
 */
public final class MongoTestServer {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private MongoTestServer() {}

  private static final class Holder {
    static final String URI = uri();
    static final MongoClient CLIENT = MongoClients.create(URI);

    private static String uri() {
      var given = System.getenv("MONGODB_URI");
      return given == null || given.isBlank()
          ? EmbeddedMongo.inTemporaryFolder().connectionString()
          : given;
    }
  }

  /** The same data, reached by a client of its own that tells the listener what is sent. */
  public static MongoDatabase watched(MongoDatabase database, CommandListener listener) {
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Holder.URI))
            .addCommandListener(listener)
            .build();
    return MongoClients.create(settings).getDatabase(database.getName());
  }

  /** A fresh, empty database whose name begins with {@code prefix}. */
  public static MongoDatabase database(String prefix) {
    var name = prefix + "_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    var database = Holder.CLIENT.getDatabase(name);
    database.drop();
    return database;
  }
}
