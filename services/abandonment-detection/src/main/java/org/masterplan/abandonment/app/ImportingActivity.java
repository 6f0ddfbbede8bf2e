package org.masterplan.abandonment.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.abandonment.domain.Observation;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Takes in a file of activity: single acts or daily totals, told by its columns. Works in batches,
 * each of which may be repeated; two imports of one file give one result.
 */
public final class ImportingActivity {
  private static final int BATCH = 500;
  private static final List<String> EVENT_COLUMNS =
      List.of(
          ActivityRows.COMMUNITY, ActivityRows.TIMESTAMP, ActivityRows.AUTHOR, ActivityRows.KIND);
  private static final List<String> TOTAL_COLUMNS =
      List.of(
          ActivityRows.COMMUNITY,
          ActivityRows.DATE,
          ActivityRows.KIND,
          ActivityRows.COUNT,
          ActivityRows.PEOPLE);

  private final Into into;
  private final JudgingHealth judging;
  private final ActivityRows reader;
  private final ZoneId zone;

  public ImportingActivity(Into into, JudgingHealth judging, Reading reading) {
    this.into = into;
    this.judging = judging;
    this.reader = new ActivityRows(reading.pseudonyms(), reading.clock(), reading.zone());
    this.zone = reading.zone();
  }

  /** Where rows go, and which communities there are for them. */
  public record Into(Activities activities, Observations observations, Roll roll) {}

  /** How rows are read. */
  public record Reading(Pseudonyms pseudonyms, Clock clock, ZoneId zone) {}

  /** A row and what it says. */
  private record Given(Row.Good row, Activity activity) {}

  /**
   * @param observedUntil until when the file's communities were looked at; null if nobody says, and
   *     then each was looked at until its own last row: another's rows prove nothing of it
   */
  public void take(Rows rows, @Nullable Instant observedUntil, ImportTally tally) {
    var kind = kind(rows.columns());
    var seen = new HashMap<String, Instant>();
    var batch = new ArrayList<Given>();
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(reader.withoutAuthor(bad));
        case Row.Good good -> read(good, kind, tally, batch);
      }
      if (batch.size() >= BATCH) {
        store(batch, seen, tally);
      }
    }
    store(batch, seen, tally);
    observe(seen, observedUntil);
    seen.keySet().forEach(judging::judge);
  }

  private enum Kind {
    EVENTS,
    TOTALS
  }

  private static Kind kind(List<String> columns) {
    if (columns.containsAll(EVENT_COLUMNS)) {
      return Kind.EVENTS;
    }
    if (columns.containsAll(TOTAL_COLUMNS)) {
      return Kind.TOTALS;
    }
    throw InvalidFields.of(
        "file",
        "ACTIVITY_COLUMNS",
        Map.of(
            "value",
            String.join(",", columns.subList(0, Math.min(columns.size(), 30))),
            "events",
            String.join(",", EVENT_COLUMNS),
            "totals",
            String.join(",", TOTAL_COLUMNS)));
  }

  private void read(Row.Good row, Kind kind, ImportTally tally, List<Given> batch) {
    try {
      var activity =
          switch (kind) {
            case EVENTS -> reader.event(row);
            case TOTALS -> reader.total(row);
          };
      batch.add(new Given(row, activity));
    } catch (InvalidFields refusal) {
      tally.rejected(reader.withoutAuthor(row.refused(refusal)));
    }
  }

  private void store(List<Given> batch, Map<String, Instant> seen, ImportTally tally) {
    refuseUnknown(batch, tally);
    var events = new ArrayList<Activity.Event>();
    var totals = new ArrayList<Activity.DailyTotal>();
    for (var given : batch) {
      var each = given.activity();
      switch (each) {
        case Activity.Event event -> events.add(event);
        case Activity.DailyTotal total -> totals.add(total);
      }
      seen.merge(each.community(), end(each), (a, b) -> a.isAfter(b) ? a : b);
    }
    var added = into.activities().addEvents(events);
    var put = into.activities().putTotals(totals);
    count(tally, added.added() + put.added(), put.changed(), batch.size());
    batch.clear();
  }

  /** Kept with the import, so that they can be replayed once their community is registered. */
  private void refuseUnknown(List<Given> batch, ImportTally tally) {
    var missing =
        into.roll().missing(batch.stream().map(given -> given.activity().community()).toList());
    for (var given : batch) {
      if (missing.contains(given.activity().community())) {
        tally.rejected(reader.withoutAuthor(ActivityRows.unknownCommunity(given.row())));
      }
    }
    batch.removeIf(given -> missing.contains(given.activity().community()));
  }

  private static void count(ImportTally tally, int added, int changed, int all) {
    for (int i = 0; i < all; i++) {
      if (i < added) {
        tally.imported();
      } else if (i < added + changed) {
        tally.updated();
      } else {
        tally.unchanged();
      }
    }
  }

  /** Whoever gives a day's total has looked until its end. */
  private Instant end(Activity activity) {
    return switch (activity) {
      case Activity.Event event -> event.time();
      case Activity.DailyTotal total -> total.date().plusDays(1).atStartOfDay(zone).toInstant();
    };
  }

  private void observe(Map<String, Instant> seen, @Nullable Instant observedUntil) {
    seen.forEach(
        (community, last) ->
            into.observations()
                .extend(
                    observedUntil == null
                        ? Observation.seen(community, last)
                        : Observation.stated(community, observedUntil)));
  }
}
