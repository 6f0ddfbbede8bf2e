package org.masterplan.profiles.snapshot.jobs;

import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.operation.Progress;
import org.masterplan.platform.operation.Run;
import org.masterplan.platform.operation.Work;
import org.masterplan.profiles.snapshot.app.TakingSnapshots;
import org.masterplan.profiles.snapshot.domain.Snapshot;

/** Snapshots are taken as long-running operations: one that was interrupted begins anew. */
public final class SnapshotWork implements Work {
  /** The kind, as operations are started with. */
  public static final String KIND = "snapshot";

  private static final String PURPOSE = "purpose";
  private static final String ROLES = "roles";

  private final TakingSnapshots taking;
  private final Function<Snapshot, Message> told;

  /**
   * Prepares the work.
   *
   * @param told what the operation answers
   */
  public SnapshotWork(TakingSnapshots taking, Function<Snapshot, Message> told) {
    this.taking = taking;
    this.told = told;
  }

  /** What an operation of a snapshot is started with. */
  public static Map<String, String> payload(Actor actor, String purpose) {
    var roles = actor.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    return Map.of(PURPOSE, purpose, ROLES, roles);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Message run(Run run) {
    var purpose = run.payload().getOrDefault(PURPOSE, "");
    var roles =
        Arrays.stream(run.payload().getOrDefault(ROLES, "").split(","))
            .filter(role -> !role.isEmpty())
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    var actor = new Actor(run.startedBy(), roles, Set.of(), purpose);
    var order = new TakingSnapshots.Order(actor, purpose);
    return Caller.callAsService(
        "customer-profiles",
        () ->
            told.apply(
                taking.take(
                    order, people -> run.report(new Progress(people, people, 0, 0, 0), Map.of()))));
  }
}
