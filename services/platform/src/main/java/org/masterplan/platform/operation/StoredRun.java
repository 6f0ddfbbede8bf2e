package org.masterplan.platform.operation;

import java.util.Map;
import org.masterplan.platform.lease.Leasing;

/** A run whose reports go into the operation's document. */
final class StoredRun implements Run {
  private final OperationDocuments documents;
  private final OperationDocument begun;
  private final Leasing.Held held;

  StoredRun(OperationDocuments documents, OperationDocument begun, Leasing.Held held) {
    this.documents = documents;
    this.begun = begun;
    this.held = held;
  }

  @Override
  public String name() {
    return begun.name();
  }

  @Override
  public String startedBy() {
    return begun.startedBy();
  }

  @Override
  public Map<String, String> payload() {
    return begun.payload();
  }

  @Override
  public Map<String, String> checkpoint() {
    return begun.checkpoint();
  }

  @Override
  public Progress progress() {
    return begun.progress();
  }

  @Override
  public long fence() {
    return held.fence();
  }

  @Override
  public void report(Progress progress, Map<String, String> checkpoint) {
    held.check();
    boolean further = progress.isBeyond(begun.furthest());
    var goOn = documents.report(name(), fence(), progress, checkpoint, further);
    if (!goOn.orElseThrow(held::lost)) {
      throw new OperationCancelled(name());
    }
  }
}
