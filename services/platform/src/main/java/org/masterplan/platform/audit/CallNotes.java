package org.masterplan.platform.audit;

import java.time.Clock;
import java.util.List;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.call.Caller;

/**
 * Notes what the running call did where it changed no document with an outbox of its own. Call it
 * once the work is done: whoever gets no answer repeats the call, and that is noted.
 */
public final class CallNotes {
  /** What is noted of somebody who has no profile: a contact point would be personal. */
  private static final String NOBODY_KNOWN = "persons/-";

  private final AuditNotes notes;
  private final Clock clock;

  public CallNotes(AuditNotes notes, Clock clock) {
    this.notes = notes;
    this.clock = clock;
  }

  /** The caller did this to the named resource. */
  public void did(String act, String resource, String reason) {
    var by = Caller.current().subject();
    notes.add(resource, new AuditEntry(clock.instant(), by, act, List.of(), reason));
  }

  /** The caller did this to a person; noted under each of the person's profiles. */
  public void didTo(PersonKeys person, String act, String reason) {
    var profiles = person.getProfilesList().stream().distinct().toList();
    (profiles.isEmpty() ? List.of(NOBODY_KNOWN) : profiles).forEach(p -> did(act, p, reason));
  }
}
