package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.Map;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Rows that are tried again give way to what was said of their records since.
 *
 * @param at when they came
 * @param landed versions that earlier rows became in this same trial
 */
record Late(Instant at, Map<RecordName, Integer> landed) {
  boolean isPassedBy(SourceRecord known) {
    boolean since = !known.origin().loadedAt().isBefore(at);
    return since && landed.getOrDefault(known.name(), 0) != known.version();
  }

  void note(SourceRecord record) {
    landed.put(record.name(), record.version());
  }
}
