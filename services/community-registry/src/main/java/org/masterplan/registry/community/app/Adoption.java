package org.masterplan.registry.community.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.resource.app.Versioned;

/**
 * Takes in what already lives: LIVE and UNPERMITTED, never a draft, its answers owed within ninety
 * days. A row is found again by its id or its address, so that two imports of one file give one
 * result.
 */
public final class Adoption {
  private static final Period ANSWERS_WITHIN = Period.ofDays(90);

  private final Communities communities;
  private final ReferenceRules references;
  private final Clock clock;
  private final ZoneId zone;

  public Adoption(Communities communities, Directory directory, Clock clock, ZoneId zone) {
    this.communities = communities;
    this.references = new ReferenceRules(directory);
    this.clock = clock;
    this.zone = zone;
  }

  /** Adopts every row that can be; the others are told with line, field and reason. */
  public ImportOutcome adopt(Rows rows, Actor actor, ImportTally tally) {
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good good -> adopt(good, actor, tally);
      }
    }
    return tally.outcome();
  }

  private void adopt(Row.Good row, Actor actor, ImportTally tally) {
    try {
      var adoptee = Adoptee.read(row);
      if (!actor.actsFor(adoptee.unitId())) {
        tally.rejected(row.refused("unit", "OTHER_UNIT", Map.of("unit", adoptee.unit())));
        return;
      }
      var told = store(adoptee, actor);
      switch (told.effect()) {
        case ADDED -> tally.imported(row.line(), told.name());
        case CHANGED -> tally.known(row.line(), told.name(), true);
        case SAME -> tally.known(row.line(), told.name(), false);
      }
    } catch (InvalidFields e) {
      tally.rejected(row.refused(e));
    }
  }

  private enum Effect {
    ADDED,
    CHANGED,
    SAME
  }

  /** What a row did to which community: a row may find one by its address alone. */
  private record Told(Effect effect, String name) {}

  private Told store(Adoptee adoptee, Actor actor) {
    var known = known(adoptee);
    return known.isEmpty() ? add(adoptee, actor) : update(known.get(), adoptee, actor);
  }

  private Optional<Versioned<Community>> known(Adoptee adoptee) {
    var byName = communities.find(adoptee.name().toString());
    return byName.isPresent() || adoptee.draft().place().link().isEmpty()
        ? byName
        : communities.findByLink(adoptee.draft().place().link());
  }

  private Told add(Adoptee adoptee, Actor actor) {
    adoptee.requirePlatform("");
    references.check(adoptee.draft());
    var now = clock.instant();
    var due = LocalDate.ofInstant(now, zone).plus(ANSWERS_WITHIN);
    var community = Community.adopt(adoptee.name(), adoptee.draft(), due, now);
    communities.add(
        adoptee.name().toString(), community, entry(now, actor, "COMMUNITY_ADOPTED", "*"));
    return new Told(Effect.ADDED, adoptee.name().toString());
  }

  private Told update(Versioned<Community> known, Adoptee adoptee, Actor actor) {
    var before = known.value();
    adoptee.requirePlatform(before.place().platform());
    var draft = adoptee.over(before.draft());
    if (draft.equals(before.draft())) {
      return new Told(Effect.SAME, before.name().toString());
    }
    references.check(draft, before.holding());
    var now = clock.instant();
    try {
      communities.replace(
          before.name().toString(),
          known.revision(),
          before.edited(draft, now),
          entry(now, actor, "COMMUNITY_IMPORTED", "*"));
    } catch (Stale _) {
      return store(adoptee, actor);
    }
    return new Told(Effect.CHANGED, before.name().toString());
  }

  private static AuditEntry entry(Instant now, Actor actor, String act, String field) {
    return new AuditEntry(now, actor.subject(), act, List.of(field), "");
  }
}
