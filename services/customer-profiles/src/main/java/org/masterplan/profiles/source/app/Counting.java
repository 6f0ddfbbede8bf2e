package org.masterplan.profiles.source.app;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.profiles.source.domain.LoadTally;
import org.masterplan.profiles.source.domain.Source;

/**
 * Counts what sources hold anew, so that what ran twice counts once: at the end of each load, and
 * once after rows were pushed, because counting reads them all.
 */
public final class Counting {
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
   * Counts anew every source that rows were pushed into until a while ago; answers how many there
   * were. Until then each push tells what it changes.
   */
  public long round(PushMarks marks) {
    long counted = 0;
    for (var mark : marks.all()) {
      if (mark.lapsed(clock.instant())) {
        settle(register.get(new ResourceName("sources", mark.source())));
        counted++;
        marks.remove(mark);
      }
    }
    return counted;
  }

  /** Counts anew what the source holds. */
  void settle(Source source) {
    settle(source, Optional.empty());
  }

  /** The same, after a whole load. */
  void settle(Source source, Optional<LoadTally> tally) {
    var quality = new QualityCount(source.mapping());
    var id = source.name().id();
    records.each(id, quality::add);
    var holdings =
        new Source.Holdings(
            quality.records(),
            rejectedRows.count(id),
            quality.counts(),
            Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    register.loaded(source.name(), holdings, tally);
  }
}
