package org.masterplan.profiles.snapshot.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.snapshot.domain.Snapshot;

/** By what snapshots are listed. */
public final class SnapshotFields {
  public static final Field CREATE_TIME = Field.time("create_time");

  /** Newest first. */
  public static final Order DEFAULT = new Order(CREATE_TIME, true);

  private SnapshotFields() {}

  /** What a list means. */
  public static Queryable<Snapshot> queryable() {
    return new Queryable<>(
        Snapshot::id, (s, _) -> List.of(new Value.Time(s.takenAt())), _ -> List.of());
  }
}
