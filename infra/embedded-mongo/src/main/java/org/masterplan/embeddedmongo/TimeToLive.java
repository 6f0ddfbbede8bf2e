package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes documents whose time has come, for indexes with {@code expireAfterSeconds}. */
final class TimeToLive {
  private static final Logger log = LoggerFactory.getLogger(TimeToLive.class);
  private static final long PERIOD_SECONDS = 60;
  private static final String EXPIRE_AFTER = "expireAfterSeconds";

  private final StoreBackend backend;
  private final Clock clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("embedded-mongo-expiry").daemon().factory());

  TimeToLive(StoreBackend backend, Clock clock) {
    this.backend = backend;
    this.clock = clock;
  }

  void start() {
    executor.scheduleWithFixedDelay(
        this::sweepOrLog, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void sweepOrLog() {
    try {
      sweep();
    } catch (RuntimeException e) {
      log.error("expiry failed: {}", e.getClass().getName()); // tried again in a minute
    }
  }

  /** One round over all collections. */
  void sweep() {
    for (StoreCollection collection : backend.collections()) {
      collection.storage().secondaryIndexes().stream()
          .filter(index -> index.definition().spec().get(EXPIRE_AFTER) instanceof Number)
          .forEach(index -> expire(collection, index));
    }
  }

  private void expire(StoreCollection collection, StoredIndex index) {
    Number seconds = (Number) index.definition().spec().getOrDefault(EXPIRE_AFTER, 0);
    Instant before = clock.instant().minusSeconds(seconds.longValue());
    String field = index.definition().fields().getFirst().path();
    Document expired = new Document(field, new Document("$lt", before));
    collection.deleteDocuments(expired, 0, NoopOplog.get());
  }

  /** Begins no further round. The store must not be closed before the thread has ended. */
  ExecutorService end() {
    executor.shutdown();
    return executor;
  }
}
