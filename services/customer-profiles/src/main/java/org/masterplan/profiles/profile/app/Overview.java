package org.masterplan.profiles.profile.app;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.domain.SourceRecord;

/** How many databases, records and people there are. */
public final class Overview {
  private final SourceRegister sources;
  private final Records records;
  private final Identity identity;
  private final Clock clock;

  /** The figures. {@code inflation}: records per person. */
  public record Summary(
      long sources, long retired, long records, long profiles, double inflation, Instant asOf) {}

  public Overview(SourceRegister sources, Records records, Identity identity, Clock clock) {
    this.sources = sources;
    this.records = records;
    this.identity = identity;
    this.clock = clock;
  }

  public Summary summary() {
    var totals = sources.totals();
    return identity.ask(
        roster -> {
          int people = roster.liveProfiles();
          double inflation = people == 0 ? 1 : (double) roster.liveRecords() / people;
          return new Summary(
              totals.all(),
              totals.retired(),
              roster.liveRecords(),
              people,
              inflation,
              clock.instant());
        });
  }

  /** Every record of one source, or of all if it is empty. */
  public void records(String source, Consumer<SourceRecord> use) {
    records.each(source, use);
  }

  public Instant now() {
    return clock.instant();
  }
}
