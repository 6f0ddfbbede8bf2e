package org.masterplan.registry.plan.app;

import java.time.Clock;
import java.util.List;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.resource.app.Resources;
import org.masterplan.registry.resource.app.Versioned;

/** The use cases of one kind of plan part. */
public final class PlanParts {
  private final Resources<PlanPart> parts;
  private final Clock clock;

  public PlanParts(Resources<PlanPart> parts, Clock clock) {
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * Adds a part. With {@code allowExisting}, other content under that name replaces what is there.
   */
  public Versioned<PlanPart> add(PlanPart part, Actor actor, boolean allowExisting) {
    var name = part.name().toString();
    var known = parts.find(name);
    if (known.isEmpty()) {
      parts.add(name, part, entry(actor, "PLAN_PART_ADDED"));
      return new Versioned<>(part, 1);
    }
    if (!allowExisting) {
      throw AlreadyExists.named(name);
    }
    if (known.get().value().equals(part)) {
      return known.get();
    }
    parts.replace(name, known.get().revision(), part, entry(actor, "PLAN_PART_CHANGED"));
    return new Versioned<>(part, known.get().revision() + 1);
  }

  public Versioned<PlanPart> get(String name) {
    return parts.find(name).orElseThrow(() -> NotFound.named(name));
  }

  public Slice<Versioned<PlanPart>> list(Query query) {
    return parts.page(query);
  }

  private AuditEntry entry(Actor actor, String act) {
    return new AuditEntry(clock.instant(), actor.subject(), act, List.of("*"), "");
  }
}
