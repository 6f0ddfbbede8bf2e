package org.masterplan.registry.member.app;

import java.time.Clock;
import java.util.List;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;

/** Who may see personal values: a role that needs them, with a stated purpose; it is recorded. */
public final class Sight {
  private final Notes notes;
  private final Clock clock;

  public Sight(Notes notes, Clock clock) {
    this.notes = notes;
    this.clock = clock;
  }

  /** Whether the actor sees values as they are. */
  public boolean isOpen(Actor actor) {
    boolean role = actor.is(Role.DATA_TEAM) || actor.is(Role.PRIVACY_OFFICER);
    return role && !actor.purpose().isBlank();
  }

  /** Writes down that members of that community are shown to the actor. */
  public void shown(Actor actor, String community) {
    var fields = List.of("handle", "email", "phone");
    notes.add(
        community,
        new AuditEntry(clock.instant(), actor.subject(), "VALUES_SHOWN", fields, actor.purpose()));
  }
}
