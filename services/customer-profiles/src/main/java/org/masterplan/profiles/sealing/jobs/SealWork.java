package org.masterplan.profiles.sealing.jobs;

import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.sealing.app.SealedStore;

/** Seals everything by the newest key, as a long-running operation; it goes on where it was. */
public final class SealWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "seal";

  /** Grows with what is sealed: then a plan that was sealed before is sealed once more. */
  public static final int EXTENT = 2;

  private static final int AT_ONCE = 500;
  private static final String STORE = "store";
  private static final String AFTER = "after";

  private final List<SealedStore> stores;

  /** Over these, in this order. */
  public SealWork(List<SealedStore> stores) {
    this.stores = List.copyOf(stores);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Message run(Run run) {
    int store = Integer.parseInt(run.checkpoint().getOrDefault(STORE, "0"));
    var after = run.checkpoint().getOrDefault(AFTER, "");
    var progress = run.progress();
    while (store < stores.size()) {
      var step = stores.get(store).sealAgain(after, AT_ONCE);
      progress =
          new Progress(
              progress.read() + step.documents(), progress.accepted() + step.sealed(), 0, 0, 0);
      after = step.last();
      store = after.isEmpty() ? store + 1 : store;
      run.report(progress, Map.of(STORE, Integer.toString(store), AFTER, after));
    }
    return Empty.getDefaultInstance();
  }
}
