package org.masterplan.profiles.snapshot.grpc;

import com.google.protobuf.util.Timestamps;
import org.masterplan.profiles.snapshot.domain.Snapshot;

/** Snapshots as messages. */
public final class SnapshotProtos {
  private SnapshotProtos() {}

  /** The message of a snapshot, with its tables if they were counted. */
  public static org.masterplan.profiles.v1.Snapshot message(Snapshot snapshot) {
    var message =
        org.masterplan.profiles.v1.Snapshot.newBuilder()
            .setName("snapshots/" + snapshot.id())
            .setCreateTime(Timestamps.fromMillis(snapshot.takenAt().toEpochMilli()))
            .setPurpose(snapshot.purpose());
    snapshot.rows().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            each ->
                message.addTables(
                    org.masterplan.profiles.v1.Snapshot.Table.newBuilder()
                        .setTable(each.getKey().title())
                        .setRows(each.getValue())));
    return message.build();
  }
}
