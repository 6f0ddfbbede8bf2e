package org.masterplan.profiles.resolution.jobs;

import com.google.protobuf.Message;
import java.util.Map;
import java.util.function.Function;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.resolution.app.Interrupted;
import org.masterplan.profiles.resolution.app.ResolvingAnew;
import org.masterplan.profiles.resolution.domain.Resolution;

/** Resolutions are prepared as long-running operations. */
public final class PrepareWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "prepare-resolution";

  static final String RESOLUTION = "resolution";

  private final ResolvingAnew resolving;
  private final Function<Resolution, Message> told;

  /**
   * Prepares the work.
   *
   * @param told what the operation answers
   */
  public PrepareWork(ResolvingAnew resolving, Function<Resolution, Message> told) {
    this.resolving = resolving;
    this.told = told;
  }

  /** What an operation of a resolution is started with. */
  public static Map<String, String> payload(Resolution resolution) {
    return Map.of(RESOLUTION, resolution.name().toString());
  }

  /** What has become of the work of that resolution. */
  public static Interrupted.Work of(String resolution, Operations operations) {
    try {
      return operations.get(operations.name(resolution)).getDone()
          ? Interrupted.Work.OVER
          : Interrupted.Work.OPEN;
    } catch (NotFound _) {
      return Interrupted.Work.NONE;
    }
  }

  static ResourceName name(Run run) {
    var name = run.payload().getOrDefault(RESOLUTION, "");
    return new ResourceName("resolutions", name.substring(name.indexOf('/') + 1));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Message run(Run run) {
    var ready = resolving.prepare(name(run));
    long records = ready.effect().records();
    run.report(new Progress(records, records, 0, 0, 0), Map.of());
    return told.apply(ready);
  }
}
