package org.masterplan.profiles.privacy.jobs;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.operation.Operations;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.export.app.Recall;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.privacy.domain.Erasure;
import org.masterplan.profiles.v1.EraseResult;

/**
 * Erasures as long-running operations. Where a service is away the operation fails, naming it; the
 * job asks that service again until it has confirmed and then begins the operation again, which
 * ends well.
 */
public final class EraseWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "erase";

  private final PrivacyDesk desk;
  private final Recall recall;

  public EraseWork(PrivacyDesk desk, Recall recall) {
    this.desk = desk;
    this.recall = recall;
  }

  /** What an operation of an erasure is started with: no key of the person. */
  public static Map<String, String> payload(Erasure erasure) {
    return Map.of("erasure", erasure.id());
  }

  /** Takes up what waits; an erasure that is complete now ends its operation. */
  public void takeUp(Operations operations) {
    for (var erasure : desk.waiting()) {
      if (proceed(erasure).complete()) {
        operations.start(KIND, erasure.id(), payload(erasure));
      }
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Message run(Run run) {
    var id = run.payload().getOrDefault("erasure", "");
    var asked = desk.find(id).orElseThrow(() -> NotFound.named(run.name()));
    var done = proceed(asked);
    int services = done.confirmed().size() + done.waiting().size();
    run.report(
        new Progress(services, done.confirmed().size(), done.waiting().size(), 0, 0), Map.of());
    if (!done.complete()) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", String.join(", ", done.waiting())));
    }
    return EraseResult.newBuilder()
        .setErased(done.erased())
        .addAllConfirmed(done.confirmed())
        .addAllExports(recall.noted(done.id()))
        .build();
  }

  /** What held the person is written down first: afterwards nobody knows under which names. */
  private Erasure proceed(Erasure erasure) {
    recall.note(erasure.id(), names(erasure));
    return desk.proceed(erasure);
  }

  private static List<String> names(Erasure erasure) {
    var names = new ArrayList<>(List.of(erasure.profile()));
    names.addAll(erasure.person().profiles());
    return names;
  }
}
