package org.masterplan.profiles.source.app;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.domain.CollectionDays;
import org.masterplan.profiles.source.domain.LoadTally;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.MappingSuggestion;
import org.masterplan.profiles.source.domain.Source;

/** The use cases of sources: load, let the domain decide, store. */
public final class SourceRegister {
  private static final int ATTEMPTS = 20;

  private final Sources sources;
  private final Units units;
  private final Clock clock;
  private final List<Runnable> trustListeners = new CopyOnWriteArrayList<>();

  /** Who changes what, and why. */
  public record Act(Actor actor, String name, List<String> fields, String reason) {
    public Act {
      fields = List.copyOf(fields);
    }
  }

  /** What a sample suggests, and the source after that. */
  public record Suggested(Mapping mapping, Source source) {}

  public SourceRegister(Sources sources, Units units, Clock clock) {
    this.sources = sources;
    this.units = units;
    this.clock = clock;
  }

  /** Has it told once sources are trusted otherwise than before, by this instance. */
  public void onTrustChange(Runnable listener) {
    trustListeners.add(listener);
  }

  public Source register(
      ResourceName name, Source.Description description, Mapping mapping, Actor actor) {
    mustBeNew(name);
    CollectionDays.check(description);
    mustBeOfAUnit(description.businessUnit());
    var checked = mapping.empty() ? mapping : mapping.confirm();
    var source = Source.register(name, description, checked, clock.instant());
    sources.add(source, entry(new Act(actor, "SOURCE_REGISTERED", List.of(), "")));
    trustListeners.forEach(Runnable::run);
    return source;
  }

  public Source get(ResourceName name) {
    return sources.find(name.id()).orElseThrow(() -> NotFound.named(name.toString()));
  }

  public Slice<Source> list(Query query) {
    return sources.list(query);
  }

  /** Changes exactly the revision that was read. */
  public Source change(ResourceName name, long seen, UnaryOperator<Source> change, Act act) {
    var source = get(name);
    if (source.revision() != seen) {
      throw Stale.named(name.toString());
    }
    var next = change.apply(source);
    replace(source, next, act);
    return next;
  }

  /** Changes whatever is newest: for changes that no person has read a revision for. */
  public Source changeNewest(ResourceName name, UnaryOperator<Source> change, Act act) {
    for (int attempt = 1; ; attempt++) {
      var source = get(name);
      var next = change.apply(source);
      if (next.revision() == source.revision()) {
        return source;
      }
      try {
        replace(source, next, act);
        return next;
      } catch (Stale stale) {
        if (attempt == ATTEMPTS) {
          throw stale;
        }
      }
    }
  }

  private void replace(Source before, Source next, Act act) {
    sources.replace(next, entry(act));
    if (before.description().trust() != next.description().trust()) {
      trustListeners.forEach(Runnable::run);
    }
  }

  /**
   * Describes the source anew and, if a mapping is given, stands behind it: all of it or nothing.
   */
  public Source update(
      ResourceName name,
      long seen,
      UnaryOperator<Source.Description> describe,
      Optional<Mapping> given,
      Act act) {
    return change(
        name,
        seen,
        s -> {
          var mapping = given.map(m -> chosen(s, m).confirm()).orElse(s.mapping());
          var described = describe.apply(s.description());
          CollectionDays.check(described);
          if (!described.businessUnit().equals(s.description().businessUnit())) {
            mustBeOfAUnit(described.businessUnit());
          }
          return s.update(described, mapping, clock.instant());
        },
        act);
  }

  /** Saves what a sample suggests, unless a person stands behind a mapping already. */
  public Suggested suggest(
      ResourceName name, List<String> columns, List<Row.Good> sample, Actor by) {
    var suggested = MappingSuggestion.suggest(columns, sample);
    var source =
        changeNewest(
            name,
            s -> s.mapping().confirmed() ? s : s.map(suggested, clock.instant()),
            new Act(by, "MAPPING_SUGGESTED", List.of("mapping"), ""));
    return new Suggested(suggested, source);
  }

  /** Stands behind the mapping given, or the one suggested if {@code mapping} is empty. */
  public Source confirm(ResourceName name, Mapping mapping, Act act) {
    return changeNewest(name, s -> s.map(chosen(s, mapping).confirm(), clock.instant()), act);
  }

  /** As {@link #confirm(ResourceName, Mapping, Act)}, for exactly the revision that was read. */
  public Source confirm(ResourceName name, long seen, Mapping mapping, Act act) {
    return change(name, seen, s -> s.map(chosen(s, mapping).confirm(), clock.instant()), act);
  }

  /** Takes in what a load, or a push, has left the source with, and when it was read. */
  Source loaded(
      ResourceName name,
      Source.Holdings holdings,
      Optional<LoadTally> tally,
      UnaryOperator<Source.Times> read) {
    var act = new Act(Actor.service("customer-profiles"), "SOURCE_LOADED", List.of("records"), "");
    return changeNewest(
        name, s -> s.loaded(holdings, tally, clock.instant()).read(read.apply(s.times())), act);
  }

  /** Takes in what the source holds, into which no rows came. */
  Source counted(ResourceName name, Source.Holdings holdings) {
    var act = new Act(Actor.service("customer-profiles"), "SOURCE_COUNTED", List.of("records"), "");
    return changeNewest(name, s -> s.counted(holdings, clock.instant()), act);
  }

  /** Takes in that all that the source still holds was noted, by a reading that began then. */
  Source compared(ResourceName name, Instant began) {
    var act =
        new Act(Actor.service("customer-profiles"), "SOURCE_COMPARED", List.of("records"), "");
    return changeNewest(name, s -> s.compared(began, clock.instant()), act);
  }

  /** Takes in what pushed rows have changed. */
  Source changed(ResourceName name, PushedChange change) {
    var act = new Act(Actor.service("customer-profiles"), "SOURCE_LOADED", List.of("records"), "");
    return changeNewest(
        name, s -> s.loaded(change.on(s.holdings()).at(now()), clock.instant()), act);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** How many sources there are. */
  public Sources.Totals totals() {
    return sources.totals();
  }

  public Source retire(ResourceName name, long seen, Act act) {
    return change(name, seen, s -> s.retire(clock.instant()), act);
  }

  /** Asked first: one that is registered again is known, also if its unit is gone meanwhile. */
  private void mustBeNew(ResourceName name) {
    if (sources.find(name.id()).isPresent()) {
      throw AlreadyExists.named(name.toString());
    }
  }

  /**
   * A source may belong to nobody yet, but is not given to a unit that is not there. One that has
   * its unit keeps it when the unit is dissolved.
   */
  private void mustBeOfAUnit(String unit) {
    if (!unit.isEmpty() && !units.isAtWork(unit)) {
      var field = "source.business_unit";
      throw InvalidFields.of(field, "SOURCE_UNIT_UNKNOWN", Map.of("field", field, "value", unit));
    }
  }

  private static Mapping chosen(Source source, Mapping given) {
    var mapping = given.empty() ? source.mapping() : given;
    if (mapping.empty()) {
      throw new WrongState("MAPPING_MISSING", Map.of("name", source.name().toString()));
    }
    return mapping;
  }

  private AuditEntry entry(Act act) {
    return new AuditEntry(
        clock.instant(), act.actor().subject(), act.name(), act.fields(), act.reason());
  }
}
