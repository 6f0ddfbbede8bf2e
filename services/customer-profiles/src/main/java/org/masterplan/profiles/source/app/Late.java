package org.masterplan.profiles.source.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Rows that are tried again give way to what was said of their records since.
 *
 * @param at when they came
 */
record Late(Instant at) {
  /** Where rows last said at {@code repeated} just what is known, if any have. */
  boolean isPassedBy(SourceRecord known, @Nullable Instant repeated) {
    boolean since = repeated != null && !repeated.isBefore(at);
    return since || !known.origin().came().isBefore(at);
  }
}
