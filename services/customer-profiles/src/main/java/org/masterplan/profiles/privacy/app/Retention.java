package org.masterplan.profiles.privacy.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.masterplan.kernel.query.Query;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Removes the records that a source's keepers say are not needed any more: older than the days that
 * the source gives, by when the source said them. Nobody is barred by it: what a later load brings
 * is younger, or is removed again. What persons said stays in the ledger of consent, a no above
 * all.
 */
public final class Retention {
  private static final int PAGE = 500;

  private final Sources sources;
  private final Records records;
  private final Resolving resolving;
  private final Clock clock;

  /** What makes profiles of records. */
  public record Resolving(Identity identity, Projection projection) {}

  public Retention(Sources sources, Records records, Resolving resolving, Clock clock) {
    this.sources = sources;
    this.records = records;
    this.resolving = resolving;
    this.clock = clock;
  }

  /**
   * One round through all sources.
   *
   * @param mayGoOn is asked before each step, and throws if it may not
   * @param removed is told of each source of which something was removed, and of how much
   */
  public void sweep(Runnable mayGoOn, ObjLongConsumer<Source> removed) {
    for (var source : limited()) {
      long count = sweep(source, mayGoOn);
      if (count > 0) {
        removed.accept(source, count);
      }
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

  private long sweep(Source source, Runnable mayGoOn) {
    var until = clock.instant().minus(Duration.ofDays(days(source)));
    var id = source.name().id();
    long count = 0;
    var page = records.unsaidSince(until, id, "", PAGE);
    while (!page.isEmpty()) {
      mayGoOn.run();
      count += remove(page);
      page = records.unsaidSince(until, id, page.getLast().name().id(), PAGE);
    }
    return count;
  }

  /** Decided before it is deleted: after a crash in between, the next round deletes it. */
  private long remove(List<SourceRecord> old) {
    var numbers = LongSet.of(old.stream().mapToLong(SourceRecord::number).toArray());
    var present =
        resolving.identity().ask(roster -> numbers.filter(n -> roster.profileOf(n) != Move.NONE));
    if (!present.isEmpty()) {
      var steward = new Identity.Steward("service:customer-profiles", "retention");
      resolving.identity().remove(present, steward);
      resolving.projection().catchUp();
    }
    return records.erase(old);
  }
}
