package org.masterplan.profiles.identity.app;

import java.time.Instant;
import java.util.List;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Records that have come and are to be decided on. They are read again for each try but the first,
 * and also for the first where somebody else has decided since they were stored: they may have
 * changed. What was erased meanwhile does not come back.
 */
final class Arrived {
  private final Records records;
  private final List<Long> numbers;
  private List<SourceRecord> seen;
  private boolean fresh;

  /**
   * Records as they came.
   *
   * @param othersDecided when a decision of another instance was last taken in, by the clock that
   *     the records were stored by
   */
  Arrived(List<SourceRecord> batch, Records records, Instant othersDecided) {
    this.records = records;
    this.numbers = batch.stream().map(SourceRecord::number).toList();
    this.seen = batch;
    this.fresh = batch.stream().allMatch(r -> r.origin().loadedAt().isAfter(othersDecided));
  }

  /** As they are stored, for the next try. */
  List<SourceRecord> newest(Roster roster) {
    var some = fresh ? seen : records.findNumbers(numbers).values();
    fresh = false;
    seen = some.stream().filter(record -> !roster.isGone(record.number())).toList();
    return seen;
  }

  /** What the last try was made on. */
  List<SourceRecord> seen() {
    return seen;
  }
}
