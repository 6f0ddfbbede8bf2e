package org.masterplan.profiles.profile.app;

import java.time.Clock;
import java.util.List;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;

/**
 * Who may see personal values: a role that needs them, with a stated purpose; and it is recorded.
 */
public final class Sight {
  private final Disclosures disclosures;
  private final Clock clock;

  public Sight(Disclosures disclosures, Clock clock) {
    this.disclosures = disclosures;
    this.clock = clock;
  }

  /** Whether values are masked for the actor. */
  public boolean masked(Actor actor) {
    boolean role = actor.is(Role.DATA_TEAM) || actor.is(Role.PRIVACY_OFFICER);
    return !role || actor.purpose().isBlank();
  }

  /** Writes down that these are shown, if they are; answers whether they must be masked. */
  public boolean look(Actor actor, List<String> names) {
    if (masked(actor)) {
      return true;
    }
    if (!names.isEmpty()) {
      disclosures.shown(
          names,
          new AuditEntry(
              clock.instant(),
              actor.subject(),
              "VALUES_SHOWN",
              List.of("values"),
              actor.purpose()));
    }
    return false;
  }
}
