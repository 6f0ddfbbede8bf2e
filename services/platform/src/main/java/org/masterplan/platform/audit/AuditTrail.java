package org.masterplan.platform.audit;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.mongo.CollectionIndexes;

/** Seals what changes left behind, and verifies what was sealed. */
public final class AuditTrail {
  private static final int DOCUMENTS = 200;

  private final Batches batches;
  private final Outboxes outboxes;
  private final Clock clock;

  /** The number of the last batch of which nothing is left half done, as far as is known here. */
  private volatile long settled;

  /** {@code collections} are those whose documents have an outbox. */
  public AuditTrail(MongoDatabase database, List<String> collections, Clock clock) {
    this.batches = new Batches(database);
    this.outboxes = new Outboxes(database, collections);
    this.clock = clock;
  }

  /** The indexes of the sealed entries. */
  public static CollectionIndexes indexes() {
    return Batches.indexes();
  }

  /** Seals everything that waits; how many entries. For the one holder of the lease. */
  public long seal(Leasing.Held held) {
    var last = batches.last();
    last.filter(batch -> batch.number() > settled).ifPresent(this::settle);
    long sealed = 0;
    for (var waiting = outboxes.waiting(DOCUMENTS);
        !waiting.isEmpty();
        waiting = outboxes.waiting(DOCUMENTS)) {
      held.check();
      var next = next(last, waiting);
      batches.add(next);
      outboxes.clear(waiting);
      settled = next.number();
      sealed += waiting.size();
      last = Optional.of(next);
    }
    return sealed;
  }

  /**
   * The trail of a store that no service has open: every collection with the index that finds what
   * waits in it.
   */
  public static AuditTrail of(MongoDatabase database, Clock clock) {
    var audited = new ArrayList<String>();
    for (var name : database.listCollectionNames()) {
      for (var index : database.getCollection(name).listIndexes()) {
        if (Outboxes.UNSEALED.equals(index.getString("name"))) {
          audited.add(name);
        }
      }
    }
    return new AuditTrail(database, audited, clock);
  }

  /** Reads the whole trail and says where it first breaks, and what is not sealed yet. */
  public Verdict verify() {
    var chain = new Chain();
    var list = new ShownList(batches);
    batches.forEach(
        batch -> {
          chain.add(batch);
          list.add(batch);
        });
    batches.head().ifPresent(chain::end);
    var broken = chain.broken().or(() -> list.broken(chain.number()));
    var waiting = outboxes.waiting(Integer.MAX_VALUE);
    return new Verdict(
        chain.number(),
        chain.entries(),
        broken,
        broken.map(list::suspects).orElse(List.of()),
        waiting.size(),
        waiting.stream().map(SealedEntry::at).min(Instant::compareTo));
  }

  /** Whatever a crash has left half done for the last batch. */
  private void settle(Batch last) {
    batches.settle(last);
    outboxes.clear(last.entries());
    settled = last.number();
  }

  private Batch next(Optional<Batch> last, List<SealedEntry> waiting) {
    return Batch.seal(
        last.map(Batch::number).orElse(0L) + 1,
        clock.instant(),
        last.map(Batch::hash).orElse(Batch.NONE),
        waiting);
  }
}
