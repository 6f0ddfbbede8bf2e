package org.masterplan.platform.request;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.CollectionIndexes;

/** Requests that were answered, by their request id, with the first answer. */
public final class Requests {
  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofDays(1);

  /** After so long without an answer a request counts as lost with its instance. */
  static final Duration RUNS_AT_MOST = Duration.ofMinutes(2);

  private static final String COLLECTION = "requests";

  private final MongoCollection<Document> collection;
  private final Clock clock;

  public Requests(MongoDatabase database, Clock clock) {
    this.collection = database.getCollection(COLLECTION);
    this.clock = clock;
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    var options = new IndexOptions().name("expiresAt");
    return new CollectionIndexes(
        COLLECTION, List.of(new IndexModel(Indexes.ascending("expiresAt"), options)));
  }

  /** What is known of a request. */
  sealed interface Known {
    /** Nothing: do it, and tell what became of it. */
    record New() implements Known {}

    /** It was done; this was the answer. */
    record Answered(byte[] answer) implements Known {}
  }

  /**
   * Notes that a request begins. Throws {@link Stale} while the same one is running, and {@link
   * InvalidFields} if the id was used for another request.
   *
   * @param key caller, method and request id
   * @param hash of the request
   */
  Known begin(String key, String hash) {
    var now = clock.instant();
    try {
      collection.insertOne(
          new Document("_id", key)
              .append("hash", hash)
              .append("startedAt", Date.from(now))
              .append("expiresAt", Date.from(now.plus(KEPT))));
      return new Known.New();
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return known(key, hash);
      }
      throw e;
    }
  }

  /** Keeps the answer of a request that succeeded. */
  void answered(String key, byte[] answer) {
    collection.updateOne(eq("_id", key), set("answer", new Binary(answer)));
  }

  /** Forgets a request that failed, so that it can be sent again. */
  void failed(String key) {
    collection.deleteOne(and(eq("_id", key), eq("answer", null)));
  }

  /** Forgets what is kept too long; how many. */
  public long sweep() {
    return collection.deleteMany(lt("expiresAt", Date.from(clock.instant()))).getDeletedCount();
  }

  private Known known(String key, String hash) {
    var found = collection.find(eq("_id", key)).first();
    if (found == null || isOver(found)) {
      return takeOver(key, hash, found);
    }
    if (!hash.equals(found.getString("hash"))) {
      throw InvalidFields.of("request_id", "REQUEST_ID_REUSED", Map.of());
    }
    var answer = found.get("answer", Binary.class);
    if (answer == null) {
      throw running();
    }
    return new Known.Answered(answer.getData());
  }

  private boolean isOver(Document found) {
    var now = clock.instant();
    boolean lost =
        found.get("answer") == null
            && !found.getDate("startedAt").toInstant().plus(RUNS_AT_MOST).isAfter(now);
    return lost || !found.getDate("expiresAt").toInstant().isAfter(now);
  }

  private Known takeOver(String key, String hash, @org.jspecify.annotations.Nullable Document old) {
    if (old == null) {
      return begin(key, hash);
    }
    var now = clock.instant();
    var same = and(eq("_id", key), eq("startedAt", old.getDate("startedAt")));
    var taken =
        collection.updateOne(
            same,
            combine(
                set("hash", hash),
                set("answer", null),
                set("startedAt", Date.from(now)),
                set("expiresAt", Date.from(now.plus(KEPT)))));
    if (taken.getMatchedCount() == 0) {
      throw running();
    }
    return new Known.New();
  }

  private static Stale running() {
    return new Stale("REQUEST_RUNNING", Map.of());
  }
}
