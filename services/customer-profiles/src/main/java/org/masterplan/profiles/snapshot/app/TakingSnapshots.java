package org.masterplan.profiles.snapshot.app;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.snapshot.domain.ProfileCells;
import org.masterplan.profiles.snapshot.domain.Snapshot;
import org.masterplan.profiles.snapshot.domain.Table;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Takes the plan as it is: people on the terms of an export, and as one, so that a snapshot can be
 * recalled; what other services hold beside them. All of it or nothing is on the shelf.
 */
public final class TakingSnapshots {
  private static final int AT_ONCE = 500;

  private final Shelf shelf;
  private final Exporting exporting;
  private final Own own;
  private final Surroundings surroundings;
  private final Clock clock;

  /** What this service itself holds beside people. */
  public record Own(Records records, Reading reading) {}

  /** Whose snapshot it is, and what for. */
  public record Order(Actor actor, String purpose) {}

  public TakingSnapshots(
      Shelf shelf, Exporting exporting, Own own, Surroundings surroundings, Clock clock) {
    this.shelf = shelf;
    this.exporting = exporting;
    this.own = own;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /** Throws {@code WrongState} if the installation has no place for snapshots. */
  public void requireShelf() {
    if (!shelf.exists()) {
      throw new WrongState(
          "SNAPSHOT_FOLDER_MISSING", Map.of("setting", "MASTERPLAN_SNAPSHOT_FOLDER"));
    }
  }

  /** Those on the shelf, newest first. */
  public List<Snapshot> list() {
    return shelf.list();
  }

  /**
   * Takes one. {@code progress} is told how many people are in it so far, and once before it is
   * shown; what it throws ends the snapshot.
   */
  public Snapshot take(Order order, LongConsumer progress) {
    requireShelf();
    var snapshot = Snapshot.begin(clock.instant(), order.purpose());
    try (var draft = shelf.begin(snapshot)) {
      var people = new People(draft, progress);
      exporting.run(wanted(order.purpose()), order.actor(), people);
      crosswalk(draft);
      for (var community : surroundings.communities(row -> draft.row(Table.COMMUNITIES, row))) {
        surroundings.memberships(community, row -> draft.row(Table.MEMBERSHIPS, row));
      }
      surroundings.messages(row -> draft.row(Table.MESSAGES, row));
      progress.accept(people.count);
      return snapshot.with(draft.publish());
    }
  }

  private static Exporting.Wanted wanted(String purpose) {
    return new Exporting.Wanted(
        new Filter.All(), purpose, ProfileExport.Format.PARQUET, List.of(), "", 0);
  }

  private void crosswalk(Shelf.Draft draft) {
    var batch = new HashMap<Long, SourceRecord>();
    own.records()
        .each(
            "",
            record -> {
              batch.put(record.number(), record);
              if (batch.size() == AT_ONCE) {
                crosswalk(draft, batch);
              }
            });
    crosswalk(draft, batch);
  }

  private void crosswalk(Shelf.Draft draft, Map<Long, SourceRecord> batch) {
    own.reading()
        .assignment(batch.values())
        .forEach(
            (number, profile) -> {
              var record = batch.get(number);
              if (record != null) {
                var name = record.name();
                draft.row(Table.CROSSWALK, Arrays.asList(name.source(), name.id(), profile));
              }
            });
    batch.clear();
  }

  /** People on their way into a draft. */
  private static final class People implements Exporting.Sink {
    private final Shelf.Draft draft;
    private final LongConsumer progress;
    private long count;

    People(Shelf.Draft draft, LongConsumer progress) {
      this.draft = draft;
      this.progress = progress;
    }

    @Override
    public void take(ExportRow row) {
      draft.row(Table.PROFILES, ProfileCells.of(row));
      ProfileCells.consents(row).forEach(cells -> draft.row(Table.CONSENTS, cells));
      count++;
      if (count % AT_ONCE == 0) {
        progress.accept(count);
      }
    }
  }
}
