package org.masterplan.profiles.profile.app;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.masterplan.profiles.census.app.CountingPeople;
import org.masterplan.profiles.census.domain.Inflation;
import org.masterplan.profiles.census.domain.People;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.domain.SourceRecord;

/** How many databases, records and people there are. */
public final class Overview {
  private final SourceRegister sources;
  private final Records records;
  private final Identity identity;
  private final CountingPeople people;
  private final Clock clock;

  /** The figures. {@code inflation}: records per person. */
  public record Summary(
      long sources, long retired, long records, People people, Inflation inflation, Instant asOf) {}

  public Overview(
      SourceRegister sources,
      Records records,
      Identity identity,
      CountingPeople people,
      Clock clock) {
    this.sources = sources;
    this.records = records;
    this.identity = identity;
    this.people = people;
    this.clock = clock;
  }

  public Summary summary() {
    var totals = sources.totals();
    long held = identity.ask(Roster::liveRecords);
    var counted = people.all();
    // Of nobody there is nothing to divide by: nobody is counted twice.
    var inflation = Inflation.of(Math.max(1, held), Math.max(1, counted.profiles()), counted);
    return new Summary(totals.all(), totals.retired(), held, counted, inflation, clock.instant());
  }

  /** Every record of one source, or of all if it is empty. */
  public void records(String source, Consumer<SourceRecord> use) {
    records.each(source, use);
  }

  public Instant now() {
    return clock.instant();
  }
}
