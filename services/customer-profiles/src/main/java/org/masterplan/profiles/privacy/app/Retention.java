package org.masterplan.profiles.privacy.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.masterplan.kernel.query.Query;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.privacy.domain.Sweep;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Removes what a source's keepers say is not needed any more: records, and versions of them that
 * were replaced, older than the days that the source gives, by when the source last said them. A
 * record of a source that says changes only expires once all it holds was looked through without
 * meeting it; one of a source that nobody writes into any more once the days have passed since it
 * was replaced, too. Nobody is barred by it: what a later load brings is younger, or is removed
 * again. What persons said stays in the ledger of consent, a no above all.
 */
public final class Retention {
  private static final int PAGE = 500;
  private static final Identity.Steward STEWARD =
      new Identity.Steward("service:customer-profiles", "retention");

  private final Sources sources;
  private final Holding holding;
  private final Resolving resolving;
  private final Clock clock;

  /** Where records are, and what is being done about them. */
  public record Holding(Records records, Sweeps sweeps) {}

  /** What makes profiles of records. */
  public record Resolving(Identity identity, Projection projection) {}

  /** What was removed of one source. */
  public record Removed(String source, int days, long records, long versions) {}

  public Retention(Sources sources, Holding holding, Resolving resolving, Clock clock) {
    this.sources = sources;
    this.holding = holding;
    this.resolving = resolving;
    this.clock = clock;
  }

  /**
   * One round through all sources, after what an earlier one has left half done.
   *
   * @param mayGoOn is asked before each step, and throws if it may not
   * @param removed is told of each part: of all that is removed at least once
   */
  public void sweep(Runnable mayGoOn, Consumer<Removed> removed) {
    for (var left : holding.sweeps().left()) {
      mayGoOn.run();
      finish(left, removed);
    }
    for (var source : limited()) {
      sweepRecords(source, mayGoOn, removed);
      sweepReplaced(source, mayGoOn, removed);
    }
  }

  /** Those that say how long. */
  private List<Source> limited() {
    var limited = new ArrayList<Source>();
    var query = Query.first(SourceFields.DEFAULT, PAGE);
    for (var page = sources.list(query); ; page = sources.list(query)) {
      page.items().stream().filter(s -> days(s) > 0).forEach(limited::add);
      if (page.next().isEmpty()) {
        return limited;
      }
      query = new Query(query.filter(), query.order(), query.size(), page.next());
    }
  }

  private static int days(Source source) {
    return source.description().keeping().retentionDays();
  }

  private Instant until(Source source) {
    return clock.instant().minus(Duration.ofDays(days(source)));
  }

  private void sweepRecords(Source source, Runnable mayGoOn, Consumer<Removed> removed) {
    var unsaid = source.unsaidSince(until(source));
    if (unsaid.isPresent()) {
      sweepRecords(source, unsaid.get(), mayGoOn, removed);
    }
  }

  private void sweepRecords(
      Source source, Instant until, Runnable mayGoOn, Consumer<Removed> removed) {
    var id = source.name().id();
    var page = holding.records().unsaidSince(until, id, "", PAGE);
    while (!page.isEmpty()) {
      mayGoOn.run();
      var numbers = page.stream().map(SourceRecord::number).toList();
      var sweep = Sweep.of(id, days(source), until, numbers);
      holding.sweeps().begin(sweep);
      finish(sweep, removed);
      page = holding.records().unsaidSince(until, id, page.getLast().name().id(), PAGE);
    }
  }

  /**
   * It is deleted before it is decided, for a number that is out of all profiles never comes back,
   * and told before the sweep is forgotten: after a crash anywhere in between this is done again.
   */
  private void finish(Sweep sweep, Consumer<Removed> removed) {
    var records = holding.records();
    records.expire(records.findNumbers(sweep.records()).values(), sweep.until());
    var gone = new HashSet<>(sweep.records());
    gone.removeAll(records.findNumbers(sweep.records()).keySet());
    leaveProfiles(LongSet.of(gone));
    if (!gone.isEmpty()) {
      removed.accept(new Removed(sweep.source(), sweep.days(), gone.size(), 0));
    }
    holding.sweeps().end(sweep);
  }

  private void leaveProfiles(LongSet gone) {
    var present =
        resolving.identity().ask(roster -> gone.filter(n -> roster.profileOf(n) != Move.NONE));
    if (!present.isEmpty()) {
      resolving.identity().remove(present, STEWARD);
      resolving.projection().catchUp();
    }
  }

  /** What was replaced never changes, so that it can be told before it is deleted. */
  private void sweepReplaced(Source source, Runnable mayGoOn, Consumer<Removed> removed) {
    var until = until(source);
    var id = source.name().id();
    var page = holding.records().replacedUnsaidSince(until, id, "", PAGE);
    while (!page.isEmpty()) {
      mayGoOn.run();
      removed.accept(new Removed(id, days(source), 0, page.size()));
      holding.records().eraseReplaced(page);
      page = holding.records().replacedUnsaidSince(until, id, page.getLast().name().id(), PAGE);
    }
  }
}
