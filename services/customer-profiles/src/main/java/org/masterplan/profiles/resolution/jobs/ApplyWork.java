package org.masterplan.profiles.resolution.jobs;

import com.google.protobuf.Message;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.resolution.app.ResolvingAnew;
import org.masterplan.profiles.resolution.domain.Resolution;

/** Resolutions are applied as long-running operations, which go on where they were interrupted. */
public final class ApplyWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "apply-resolution";

  private static final String AFTER = "after";

  private final ResolvingAnew resolving;
  private final Function<Resolution, Message> told;

  /**
   * Prepares the work.
   *
   * @param told what the operation answers
   */
  public ApplyWork(ResolvingAnew resolving, Function<Resolution, Message> told) {
    this.resolving = resolving;
    this.told = told;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Message run(Run run) {
    long after = Long.parseLong(run.checkpoint().getOrDefault(AFTER, "0"));
    var looked = new AtomicLong(run.progress().read());
    var applied =
        resolving.carryOut(
            PrepareWork.name(run),
            after,
            (record, records) -> {
              long all = looked.addAndGet(records);
              var progress = new Progress(all, all, 0, 0, 0);
              run.report(progress, Map.of(AFTER, Long.toString(record)));
            });
    return told.apply(applied);
  }
}
