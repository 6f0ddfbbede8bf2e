package org.masterplan.profiles.source.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.RowReading;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Loads files into sources, in batches. After each batch the records are stored, then who they are
 * is decided, then the progress is stored; a restart repeats at most one batch, to the same end.
 */
public final class Loading {
  static final int BATCH = 500;

  private final SourceRegister register;
  private final Stores stores;
  private final Landing landing;
  private final Replaying replaying;
  private final Superseding superseding;
  private final Counting counting;
  private final BiConsumer<List<SourceRecord>, String> resolve;
  private final Clock clock;

  /** Where loading keeps what it does. */
  public record Stores(
      Bodies bodies,
      Records records,
      RejectedRows rejectedRows,
      Tombstones tombstones,
      PushMarks marks) {}

  /** By which sources are marked that rows come into. */
  record Marking(SourceRegister register, PushMarks marks, Clock clock) {}

  /** Where new things come from: record numbers, the time. */
  public record Minting(LongSupplier numbers, Clock clock) {}

  /** The course of a load: where it was interrupted, and who is told how far it is. */
  public interface Course {
    /** How far an earlier, interrupted run got. */
    Load.Progress reached();

    /** Stores how far it is now; throws if the load is to stop. */
    void report(Load.Progress progress);
  }

  /**
   * Prepares loading.
   *
   * @param resolve is given every batch of stored records, with who loaded them
   */
  public Loading(
      SourceRegister register,
      Stores stores,
      BiConsumer<List<SourceRecord>, String> resolve,
      Minting minting) {
    this.register = register;
    this.stores = stores;
    this.resolve = resolve;
    this.clock = minting.clock();
    this.counting = new Counting(register, stores, clock);
    this.landing =
        new Landing(
            stores.records(), stores.rejectedRows(), stores.tombstones(), minting.numbers());
    this.replaying = new Replaying(stores.rejectedRows(), landing, resolve);
    this.superseding = new Superseding(stores.rejectedRows(), stores.records());
  }

  /** Whether the load's body is at hand. */
  public boolean isHere(String body) {
    return body.isEmpty() || stores.bodies().has(body);
  }

  /** Runs a load to its end, from where it was. */
  public Load.Progress run(Load load, Course course) {
    var gate = gate(load.source(), load.id());
    gate.pass();
    var source = register.get(load.source());
    var now = clock.instant();
    var setting =
        new Landing.Setting(
            load,
            RowReading.at(now, source.mapping()),
            now,
            asOf(source, now),
            new TakenIds(),
            true,
            Optional.empty());
    var way = new Guarded(gate, course);
    var end = load.replay() ? replaying.run(source, setting, way) : loadAll(setting, way);
    if (!load.replay()) {
      superseding.settle(load, setting.reading(), now);
    }
    counting.settle(source, came(setting, end));
    gate.close();
    return end;
  }

  /** Through which whatever comes by that name has to pass. */
  public Gate gate(ResourceName source, String load) {
    return new Gate(new Marking(register, stores.marks(), clock), source, load);
  }

  /** A course on which each batch passes the gate before it lands. */
  record Guarded(Gate gate, Course course) {}

  /** Rows that are tried again were counted by the load that they came in. */
  private static Optional<Counting.Came> came(Landing.Setting setting, Load.Progress end) {
    return setting.load().replay()
        ? Optional.empty()
        : Optional.of(
            new Counting.Came(
                setting.load().readBy(setting.reading().mapping()),
                end,
                setting.ids(),
                setting.now()));
  }

  /** The first rows that the load could not take, in the order of the file. */
  public List<Row.Bad> refused(Load load, int limit) {
    return stores.rejectedRows().ofLoad(load.source().id(), load.id(), "", limit).stream()
        .map(RejectedRows.Kept::row)
        .toList();
  }

  /** Forgets the load's body. */
  public void forget(Load load) {
    if (!load.replay()) {
      stores.bodies().delete(load.body());
    }
  }

  private Load.Progress loadAll(Landing.Setting setting, Guarded way) {
    var load = setting.load();
    var progress = way.course().reached();
    try (var rows = stores.bodies().open(load.body(), load.contentType())) {
      long number = skip(rows, progress.read(), setting);
      while (rows.hasNext()) {
        var batch = new ArrayList<Landing.Numbered>(BATCH);
        while (batch.size() < BATCH && rows.hasNext()) {
          batch.add(new Landing.Numbered(++number, rows.next()));
        }
        way.gate().pass();
        var landed = landing.land(batch, setting);
        resolve.accept(landed.present(), load.actor());
        progress = progress.plus(landed.batch(), rows.bytesRead());
        way.course().report(progress);
      }
    }
    return progress;
  }

  /** Whether its records are removed some time after it said them last. */
  static boolean isRetained(Source source) {
    return source.description().keeping().retentionDays() > 0;
  }

  /** As of when the source says what it says. */
  static Instant asOf(Source source, Instant now) {
    var until = source.description().collectedUntil();
    return until.isEmpty() ? now : LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Goes over rows that an interrupted run has landed; only their ids are looked at. */
  private static long skip(Rows rows, long count, Landing.Setting setting) {
    long number = 0;
    while (number < count && rows.hasNext()) {
      var outcome = setting.reading().read(rows.next(), ++number);
      if (outcome instanceof RowReading.Outcome.Taken row) {
        setting.ids().add(row.id(), row.row().line());
      }
    }
    return number;
  }
}
