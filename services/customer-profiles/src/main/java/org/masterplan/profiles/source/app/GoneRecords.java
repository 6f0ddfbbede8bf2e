package org.masterplan.profiles.source.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.masterplan.profiles.source.domain.RecordName;

/**
 * Under which ids their databases know the persons that were erased here, for as long as those may
 * take to be told. Nothing else is kept of them. Every implementation passes {@code
 * GoneRecordsContract}.
 */
public interface GoneRecords {
  /** So long they are kept. */
  Duration KEPT = Duration.ofDays(90);

  /** A record that was erased. */
  record Gone(RecordName name, Instant at) {}

  /** Keeps them; what was kept before is gone anew. */
  void keep(Collection<Gone> gone);

  /** A source's, by id, after {@code afterId}, at most {@code limit}. */
  List<Gone> list(String source, String afterId, int limit);

  /** Forgets those that went before that time; answers how many there were. */
  long forget(Instant before);
}
