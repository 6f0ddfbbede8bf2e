package org.masterplan.platform.migration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.masterplan.platform.lease.Leasing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a service's database up to the program's schema, before the first call. */
public final class Schema {
  private static final Logger log = LoggerFactory.getLogger(Schema.class);
  private static final String LEASE = "migration";
  private static final Duration WAIT = Duration.ofMillis(200);

  private final MongoDatabase database;
  private final Leasing leasing;
  private final List<Migration> migrations;

  /** The schema after all of these; their versions are 1, 2, 3 and so on. */
  public Schema(MongoDatabase database, Leasing leasing, List<Migration> migrations) {
    this.database = database;
    this.leasing = leasing;
    this.migrations =
        migrations.stream().sorted(Comparator.comparingInt(Migration::version)).toList();
    for (int i = 0; i < this.migrations.size(); i++) {
      if (this.migrations.get(i).version() != i + 1) {
        throw new IllegalArgumentException(
            "migration " + this.migrations.get(i).version() + " (expected: " + (i + 1) + ")");
      }
    }
  }

  /**
   * Returns when the data is of the program's schema; an instance that starts together with another
   * waits for it. Throws {@link DataTooNew} if the data is of a later one.
   */
  public void upgrade() {
    while (version() < migrations.size()) {
      if (!leasing.run(LEASE, this::apply)) {
        sleep();
      }
    }
    if (version() > migrations.size()) {
      throw new DataTooNew(database.getName(), version(), migrations.size());
    }
  }

  /** The stored schema; 0 for a database that is new. */
  public int version() {
    var stored = database.getCollection("schema").find(eq("_id", "schema")).first();
    return stored == null ? 0 : stored.getInteger("version");
  }

  private void apply(Leasing.Held held) {
    for (var migration : migrations) {
      if (migration.version() > version()) {
        held.check();
        log.info("{}: schema {}: {}", database.getName(), migration.version(), migration.what());
        migration.apply().accept(database);
        held.check();
        store(migration.version());
      }
    }
  }

  private void store(int version) {
    var schema = database.getCollection("schema", Document.class);
    schema.updateOne(
        eq("_id", "schema"), Updates.setOnInsert("version", 0), new UpdateOptions().upsert(true));
    schema.updateOne(
        and(eq("_id", "schema"), lt("version", version)), Updates.set("version", version));
  }

  private static void sleep() {
    try {
      Thread.sleep(WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another instance migrates", e);
    }
  }
}
