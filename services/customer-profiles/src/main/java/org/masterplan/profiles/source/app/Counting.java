package org.masterplan.profiles.source.app;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.masterplan.kernel.ResourceName;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.LoadTally;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Counts what sources hold anew, so that what ran twice counts once: at the end of each load, and
 * once after rows were pushed, because counting reads them all.
 */
public final class Counting {
  /** So long after an instance was last heard of, what it left is not waited for any more. */
  private static final Duration SILENT = Duration.ofMinutes(5);

  private final SourceRegister register;
  private final Records records;
  private final RejectedRows rejectedRows;
  private final Clock clock;

  public Counting(SourceRegister register, Loading.Stores stores, Clock clock) {
    this.register = register;
    this.records = stores.records();
    this.rejectedRows = stores.rejectedRows();
    this.clock = clock;
  }

  /**
   * Counts anew every source that rows were pushed into until a while ago, and takes up pushes that
   * broke off; answers how many sources there were. Until then each push tells what it changes.
   * Where an instance fell silent while others go on, its pushes are taken up after a while.
   */
  public long round(PushMarks marks, BrokenOff brokenOff) {
    var bySource = marks.all().stream().collect(groupingBy(PushMarks.Mark::source));
    return bySource.values().stream().filter(of -> round(of, marks, brokenOff)).count();
  }

  private boolean round(List<PushMarks.Mark> of, PushMarks marks, BrokenOff brokenOff) {
    var now = clock.instant();
    var source = new ResourceName("sources", of.getFirst().source());
    boolean rows = of.stream().anyMatch(PushMarks.Mark::bringsRows);
    boolean quiet =
        of.stream().filter(mark -> mark.bringsRows() == rows).allMatch(mark -> mark.lapsed(now));
    var over = of.stream().filter(mark -> mark.lapsed(quiet ? now : now.minus(SILENT))).toList();
    if (!over.isEmpty()) {
      var left = brokenOff.since(over);
      if (quiet) {
        countAnew(source, rows, left);
      } else {
        records.each(source.id(), left);
        left.takeUp();
      }
      over.forEach(marks::remove);
    }
    return quiet;
  }

  /** Of a source into which no rows came it is only said what it holds. */
  private void countAnew(ResourceName source, boolean rows, BrokenOff.Left left) {
    Consumer<Counted> tell =
        rows
            ? counted -> loaded(source, counted, Optional.empty())
            : counted -> register.counted(source, counted.holdings());
    tell.accept(count(register.get(source), Optional.empty(), left));
    if (left.takeUp()) {
      tell.accept(count(register.get(source), Optional.empty(), _ -> {}));
    }
  }

  /** By a program: what is set right here comes as a push does, and is no row of the source. */
  private static boolean isPushed(SourceRecord record) {
    return Load.isPush(record.origin().load()) && record.origin().line() > 0;
  }

  /**
   * What came in a load, and under which ids.
   *
   * @param began when
   */
  record Came(Load load, Load.Progress end, TakenIds ids, Instant began) {
    Source.Times read(Source.Times before) {
      return load.whole().isEmpty() ? before.readSome(began) : before.readWhole(began);
    }

    LoadTally tally(long absent, Instant at) {
      return LoadTally.of(load, end, ids.size(), absent, at);
    }
  }

  /** Counts anew what the source holds, after a whole load if one is given. */
  void settle(Source source, Optional<Came> came) {
    loaded(source.name(), count(source, came, _ -> {}), came);
  }

  /**
   * What was counted.
   *
   * @param absent records that did not come
   * @param pushed whether programs pushed any
   */
  private record Counted(Source.Holdings holdings, long absent, boolean pushed, Instant at) {}

  private Counted count(Source source, Optional<Came> came, Consumer<SourceRecord> besides) {
    var quality = new QualityCount(source.mapping());
    var absent = new AtomicLong();
    var pushed = new AtomicBoolean();
    var id = source.name().id();
    records.each(
        id,
        record -> {
          quality.add(record);
          besides.accept(record);
          pushed.compareAndSet(false, isPushed(record));
          came.filter(load -> !load.ids().has(record.name().id()))
              .ifPresent(_ -> absent.incrementAndGet());
        });
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var holdings =
        new Source.Holdings(
            quality.records(), rejectedRows.count(id), quality.counts(), Optional.of(now));
    return new Counted(holdings, absent.get(), pushed.get(), now);
  }

  private void loaded(ResourceName source, Counted counted, Optional<Came> came) {
    register.loaded(
        source,
        counted.holdings(),
        came.map(load -> load.tally(counted.absent(), counted.at())),
        before -> {
          var read = came.map(load -> load.read(before)).orElse(before);
          return counted.pushed() ? read.readSome(counted.at()) : read;
        });
  }
}
