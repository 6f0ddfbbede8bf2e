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

  /** A client of its own to the same data, which tells the listener what is sent. */
  public static MongoClient watched(CommandListener listener) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Holder.URI))
            .addCommandListener(listener)
            .build());
  }

  /** A fresh, empty database whose name begins with {@code prefix}. */
  public static MongoDatabase database(String prefix) {
    var name = prefix + "_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    var database = Holder.CLIENT.getDatabase(name);
    database.drop();
    return database;
  }
}
