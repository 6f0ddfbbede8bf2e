package org.masterplan.platform.operation;

import com.google.longrunning.Operation;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.mongo.CollectionIndexes;

/** Starts and shows the long-running operations of this service. */
public final class Operations {
  private final OperationDocuments documents;
  private final Machines machines;
  private final String area;
  private volatile Runnable started = () -> {};

  /** Over the service's own database; every name begins with {@code area}, so that all differ. */
  public Operations(MongoDatabase database, String area, Clock clock) {
    this.documents = new OperationDocuments(database, clock);
    this.machines = new Machines(database, clock);
    this.area = area;
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return OperationDocuments.indexes();
  }

  /**
   * Starts a work, once stored; the answer is the operation. The same id again is the same
   * operation, so that one file sent twice is loaded once; only one that failed or was cancelled
   * begins again.
   */
  public Operation start(String kind, String id, Map<String, String> payload) {
    var name = name(id);
    var by = Caller.current().subject();
    documents.start(new OperationDocument.Start(name, kind, by, payload));
    started.run();
    return get(name);
  }

  /** Whether the operation does, or did last, what it was started with by exactly these words. */
  public boolean isStartedWith(String name, Map<String, String> payload) {
    return documents.find(name).map(found -> found.payload().equals(payload)).orElse(false);
  }

  /** The name of the operation that is started with that id. */
  public String name(String id) {
    return new ResourceName("operations", area + "-" + id).toString();
  }

  /** Throws {@link NotFound} if there is no such operation. */
  public Operation get(String name) {
    var found = documents.find(name).orElseThrow(() -> NotFound.named(name));
    return OperationMessages.of(found, Caller.language());
  }

  /** Asks it to stop; an operation that is over stays as it is. */
  public Operation cancel(String name) {
    documents.cancel(name);
    return get(name);
  }

  OperationDocuments documents() {
    return documents;
  }

  Machines machines() {
    return machines;
  }

  void whenStarted(Runnable wake) {
    started = wake;
  }
}
