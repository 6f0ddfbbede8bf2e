package org.masterplan.registry.community.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.LifeCycle;
import org.masterplan.registry.community.domain.Platforms;
import org.masterplan.registry.resource.app.Changes;
import org.masterplan.registry.resource.app.Versioned;

/** The use cases of the register: load, let the domain decide, store with an audit entry. */
public final class Registry {
  private final Communities communities;
  private final ReferenceRules references;
  private final TellingDecisions telling;
  private final Clock clock;

  public Registry(
      Communities communities, Directory directory, TellingDecisions telling, Clock clock) {
    this.communities = communities;
    this.references = new ReferenceRules(directory);
    this.telling = telling;
    this.clock = clock;
  }

  /** A person's decision on a community: which, as of which revision, what, and why. */
  public record Request(String name, long seenRevision, LifeCycle.Step step, String why) {}

  /** A hand-over: which, as of which revision, to whom, and why. */
  public record Transfer(String name, long seenRevision, Holding to, String why) {}

  /** Registers a draft. With {@code validateOnly} everything is checked and nothing stored. */
  public Versioned<Community> register(
      ResourceName name, Community.Draft draft, Actor actor, boolean validateOnly) {
    mustActFor(actor, draft.holding().unit());
    Platforms.mustBeKnown("community.platform", draft.place().platform());
    references.check(draft);
    var now = clock.instant();
    var community = Community.register(name, draft, now);
    if (!validateOnly) {
      communities.add(
          name.toString(), community, entry(now, actor, "COMMUNITY_REGISTERED", List.of("*"), ""));
    }
    return new Versioned<>(community, validateOnly ? 0 : 1);
  }

  public Versioned<Community> get(String name) {
    return communities.find(name).orElseThrow(() -> NotFound.named(name));
  }

  public Slice<Versioned<Community>> list(Query query) {
    return communities.page(query);
  }

  public Changes<Community> changes(String token, int limit) {
    return communities.changes(token, limit);
  }

  /** Stores the draft over the revision that was read; {@code fields} are for the audit trail. */
  public Versioned<Community> edit(Edit edit, Actor actor, boolean validateOnly) {
    var seen = seen(edit.name(), edit.seenRevision());
    mustActFor(actor, seen.value().holding().unit());
    mustActFor(actor, edit.draft().holding().unit());
    // One that an earlier release took may stay.
    if (!edit.draft().place().platform().equals(seen.value().place().platform())) {
      Platforms.mustBeKnown("community.platform", edit.draft().place().platform());
    }
    references.check(edit.draft(), seen.value().holding());
    var now = clock.instant();
    var next = seen.value().edited(edit.draft(), now);
    return validateOnly
        ? new Versioned<>(next, seen.revision())
        : store(seen, next, entry(now, actor, "COMMUNITY_EDITED", edit.fields(), ""));
  }

  /** An edit: which, as of which revision, what it becomes, and which fields that touches. */
  public record Edit(String name, long seenRevision, Community.Draft draft, List<String> fields) {}

  /** Takes a step of the life cycle on exactly the revision that was read. */
  public Versioned<Community> decide(Request request, Actor actor) {
    var seen = seen(request.name(), request.seenRevision());
    mustActFor(actor, seen.value().holding().unit());
    var now = clock.instant();
    var decision = new LifeCycle.Decision(request.step(), actor, request.why(), now);
    var next = LifeCycle.after(seen.value(), decision);
    var act = "COMMUNITY_" + request.step();
    var stored = store(seen, next, entry(now, actor, act, List.of("state"), request.why()));
    tell(stored.value());
    return stored;
  }

  /** At once if that is possible; what is decided stays decided either way. */
  private void tell(Community community) {
    try {
      telling.tell(community);
    } catch (Unavailable _) {
      // Told by whoever follows the changes.
    }
  }

  /** Hands a community over; whoever takes it must be with the company (capability 15). */
  public Versioned<Community> transfer(Transfer transfer, Actor actor) {
    var seen = seen(transfer.name(), transfer.seenRevision());
    mustActFor(actor, seen.value().holding().unit());
    var draft = seen.value().draft();
    var handed =
        new Community.Draft(
            draft.title(), draft.place(), draft.intent(), transfer.to(), draft.declaredMembers());
    references.check(handed, emptyHands(seen.value().holding()));
    var now = clock.instant();
    var next = seen.value().held(transfer.to(), now);
    var fields = List.of("owner", "deputies", "business_unit");
    return store(seen, next, entry(now, actor, "COMMUNITY_TRANSFERRED", fields, transfer.why()));
  }

  /** In a hand-over the new owner is checked even if they held it before. */
  private static Holding emptyHands(Holding before) {
    return new Holding(
        before.unit(), "", before.deputies(), before.sponsor(), before.orphanSince());
  }

  private Versioned<Community> seen(String name, long revision) {
    var stored = get(name);
    if (stored.revision() != revision) {
      throw Stale.named(name);
    }
    return stored;
  }

  private Versioned<Community> store(Versioned<Community> seen, Community next, AuditEntry entry) {
    communities.replace(next.name().toString(), seen.revision(), next, entry);
    return new Versioned<>(next, seen.revision() + 1);
  }

  private static void mustActFor(Actor actor, String unit) {
    var id = unit.substring(unit.lastIndexOf('/') + 1);
    if (!actor.actsFor(id)) {
      throw new NotAllowed("OTHER_UNIT", Map.of("unit", unit));
    }
  }

  private static AuditEntry entry(
      Instant now, Actor actor, String act, List<String> fields, String why) {
    return new AuditEntry(now, actor.subject(), act, fields, why);
  }
}
