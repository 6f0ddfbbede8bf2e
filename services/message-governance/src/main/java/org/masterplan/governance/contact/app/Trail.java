package org.masterplan.governance.contact.app;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;

/**
 * What callers did to the ledger, for the audit. Names resources and profiles only: contact points
 * are personal, and the trail is never erased.
 */
public final class Trail {
  private static final String PROFILES = "profiles/";

  private final Notes notes;
  private final Clock clock;

  public Trail(Notes notes, Clock clock) {
    this.notes = notes;
    this.clock = clock;
  }

  /** Notes an act upon one resource. */
  public void did(Actor actor, String act, String resource, String reason) {
    notes.add(resource, new AuditEntry(clock.instant(), actor.subject(), act, List.of(), reason));
  }

  /** Notes an act upon a person, under each profile; under {@code otherwise} if none is named. */
  public void didTo(Collection<String> keys, String otherwise, Act act) {
    var profiles = keys.stream().filter(k -> k.startsWith(PROFILES)).distinct().toList();
    for (var resource : profiles.isEmpty() ? List.of(otherwise) : profiles) {
      did(act.actor(), act.name(), resource, act.reason());
    }
  }

  /** Who did what, and why. */
  public record Act(Actor actor, String name, String reason) {}
}
