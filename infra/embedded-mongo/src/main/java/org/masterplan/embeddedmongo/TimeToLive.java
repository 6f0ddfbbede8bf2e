package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.masterplan.embeddedmongo.index.IndexDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes documents whose time has come, for indexes with {@code expireAfterSeconds}. */
final class TimeToLive {
  private static final Logger log = LoggerFactory.getLogger(TimeToLive.class);
  private static final long PERIOD_SECONDS = 60;
  private static final int PORTION = 1000;

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

  /** One round over all collections; one that fails keeps none of the others from its turn. */
  void sweep() {
    RuntimeException failed = null;
    for (StoreCollection collection : backend.collections()) {
      try {
        collection.storage().secondaryIndexes().stream()
            .filter(index -> index.definition().options().expireAfterSeconds() != null)
            .forEach(index -> expire(collection, index.definition()));
      } catch (RuntimeException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  /** In portions, so that writers of the collection have their turns in between. */
  private void expire(StoreCollection collection, IndexDefinition index) {
    Document expired = expired(index);
    while (collection.deleteDocuments(expired, PORTION, NoopOplog.get()) == PORTION) {
      log.debug("{} more expired", PORTION);
    }
  }

  private Document expired(IndexDefinition index) {
    Integer seconds = index.options().expireAfterSeconds();
    Instant before = clock.instant().minusSeconds(seconds == null ? 0 : seconds);
    String field = index.fields().getFirst().path();
    Document old = new Document(field, new Document("$lt", before));
    Document partial = index.options().partialFilter();
    return partial == null ? old : new Document("$and", List.of(old, partial));
  }

  /** Begins no further round. The store must not be closed before the thread has ended. */
  ExecutorService end() {
    executor.shutdown();
    return executor;
  }
}
