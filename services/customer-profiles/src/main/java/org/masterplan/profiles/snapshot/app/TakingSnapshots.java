package org.masterplan.profiles.snapshot.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.export.app.Exporting;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.snapshot.domain.ProfileCells;
import org.masterplan.profiles.snapshot.domain.Snapshot;
import org.masterplan.profiles.snapshot.domain.Table;

/**
 * Takes the plan as it is: people on the terms of an export, and as one, so that a snapshot can be
 * recalled; what other services hold beside them. All of it or nothing is on the shelf.
 */
public final class TakingSnapshots {
  private static final int AT_ONCE = 500;
  private static final int PROFILE = Table.MEMBERSHIPS.place("profile");

  private final Shelf shelf;
  private final Exporting exporting;
  private final Surroundings surroundings;
  private final Clock clock;

  /** Whose snapshot it is, and what for. */
  public record Order(Actor actor, String purpose) {}

  public TakingSnapshots(Shelf shelf, Exporting exporting, Surroundings surroundings, Clock clock) {
    this.shelf = shelf;
    this.exporting = exporting;
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
      // First of all, so that nobody is exported while a service is away.
      var communities = surroundings.communities(row -> draft.row(Table.COMMUNITIES, row));
      surroundings.messages(row -> draft.row(Table.MESSAGES, row));
      var people = new People(draft, communities, progress);
      exporting.run(wanted(order.purpose()), order.actor(), people);
      return snapshot.with(people.rows);
    }
  }

  private static Exporting.Wanted wanted(String purpose) {
    return new Exporting.Wanted(
        new Filter.All(), purpose, ProfileExport.Format.PARQUET, List.of(), "", 0);
  }

  /** People on their way into a draft, and what names them beside their own rows. */
  private final class People implements Exporting.Sink {
    private final Shelf.Draft draft;
    private final List<String> communities;
    private final LongConsumer progress;
    private final LongIndex seen = new LongIndex();
    private long count;
    private Map<Table, Long> rows = Map.of();

    People(Shelf.Draft draft, List<String> communities, LongConsumer progress) {
      this.draft = draft;
      this.communities = communities;
      this.progress = progress;
    }

    @Override
    public void take(ExportRow row) {
      draft.row(Table.PROFILES, ProfileCells.of(row));
      ProfileCells.records(row).forEach(cells -> draft.row(Table.CROSSWALK, cells));
      ProfileCells.consents(row).forEach(cells -> draft.row(Table.CONSENTS, cells));
      see(row.profile());
      row.aliases().forEach(this::see);
      count++;
      if (count % AT_ONCE == 0) {
        progress.accept(count);
      }
    }

    private void see(String name) {
      ProfileId.read(name).ifPresent(seen::add);
    }

    /** The export is complete once the snapshot stands on its shelf. */
    @Override
    public void end() {
      for (var community : communities) {
        surroundings.memberships(community, this::seat);
      }
      progress.accept(count);
      rows = draft.publish();
    }

    /** A seat of nobody known, or of somebody who is in the snapshot. */
    private void seat(List<@Nullable Object> cells) {
      var profile = cells.get(PROFILE);
      if (profile == null || isSeen(profile.toString())) {
        draft.row(Table.MEMBERSHIPS, cells);
      }
    }

    private boolean isSeen(String name) {
      return ProfileId.read(name).filter(id -> seen.find(id) >= 0).isPresent();
    }
  }
}
