package org.masterplan.platform.operation;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Which machines do this service's work, and when each was last heard of. */
final class Machines {
  /** After how long a machine is taken for gone: longer than a restart, a move or a repair. */
  static final Duration GONE = Duration.ofHours(1);

  /** A look that comes later than this after the one before begins to watch anew. */
  private static final Duration BREAK = Duration.ofMinutes(5);

  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final String SEEN = "seen";

  private final MongoCollection<Document> collection;
  private final Clock clock;
  private final Map<String, Instant> told = new ConcurrentHashMap<>();
  private @Nullable Instant watching;
  private @Nullable Instant looked;

  Machines(MongoDatabase database, Clock clock) {
    this.collection = database.getCollection("machines");
    this.clock = clock;
  }

  /** Says that this machine lives; stored at most once a minute. */
  void alive(String machine) {
    var now = clock.instant();
    var last = told.get(machine);
    if (!machine.isEmpty() && (last == null || last.plus(BETWEEN).isBefore(now))) {
      var seen = Updates.max(SEEN, Date.from(now));
      collection.updateOne(eq("_id", machine), seen, new UpdateOptions().upsert(true));
      told.put(machine, now);
    }
  }

  /**
   * Says that the store was looked into. After an outage every machine's sign is old: only who has
   * looked without a break for long enough to see a new one can tell that there is none.
   */
  synchronized void look() {
    var now = clock.instant();
    if (watching == null || looked == null || looked.plus(BREAK).isBefore(now)) {
      watching = now;
    }
    looked = now;
  }

  private synchronized boolean isWatchingLong() {
    return watching != null && !isRecent(watching);
  }

  /** Whether nothing was heard of the machine for long; {@code since} is when it last worked. */
  boolean isGone(String machine, Instant since) {
    if (machine.isEmpty() || isRecent(since) || !isWatchingLong()) {
      return false;
    }
    var found = collection.find(eq("_id", machine)).first();
    return found == null || !isRecent(found.getDate(SEEN).toInstant());
  }

  private boolean isRecent(Instant moment) {
    return !moment.plus(GONE).isBefore(clock.instant());
  }
}
