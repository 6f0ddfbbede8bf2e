package org.masterplan.profiles.privacy.jobs;

import java.time.Clock;
import java.util.List;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.platform.audit.AuditNotes;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.profiles.privacy.app.Retention;
import org.masterplan.profiles.source.app.PushMarks;

/** A round of removing what is kept long enough; each part of it is on the audit trail. */
public final class RetentionWork {
  private static final String ACTOR = "service:customer-profiles";
  private static final String NAME = "retention";

  private final Retention retention;
  private final AuditNotes notes;
  private final PushMarks marks;
  private final Clock clock;

  public RetentionWork(Retention retention, AuditNotes notes, PushMarks marks, Clock clock) {
    this.retention = retention;
    this.notes = notes;
    this.marks = marks;
    this.clock = clock;
  }

  /** While the lease is held. */
  public void round(Leasing.Held held) {
    retention.sweep(held::check, this::note);
  }

  private void note(Retention.Removed removed) {
    if (removed.records() > 0) {
      note(removed, "%d records older than %d days".formatted(removed.records(), removed.days()));
      // What the source holds is counted anew.
      marks.set(PushMarks.Mark.withoutRows(removed.source(), NAME, clock.instant()));
    }
    if (removed.versions() > 0) {
      var what = "%d former versions of records older than %d days";
      note(removed, what.formatted(removed.versions(), removed.days()));
    }
  }

  private void note(Retention.Removed removed, String why) {
    notes.add(
        "sources/" + removed.source(),
        new AuditEntry(clock.instant(), ACTOR, "RECORDS_EXPIRED", List.of("records"), why));
  }
}
