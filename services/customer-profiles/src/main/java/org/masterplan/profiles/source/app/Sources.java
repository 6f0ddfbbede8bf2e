package org.masterplan.profiles.source.app;

import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;

/** Where sources are kept. Every implementation passes {@code SourcesContract}. */
public interface Sources {
  /** The source of that id. */
  Optional<Source> find(String id);

  /** Throws {@code AlreadyExists} if the id was ever used, retired sources included. */
  void add(Source source, AuditEntry entry);

  /** Replaces the revision just before this one; throws {@code Stale} if it is no longer there. */
  void replace(Source next, AuditEntry entry);

  /** The page that the query asks for, over the fields of {@link SourceFields}. */
  Slice<Source> list(Query query);

  /** How far each source is trusted, by id; 0 is not at all. */
  Map<String, Integer> trust();

  /** How many there are, counted at one moment. */
  Totals totals();

  /**
   * How many sources there are.
   *
   * @param byState states that none is in are left out
   */
  record Totals(Map<SourceState, Long> byState) {
    public long all() {
      return byState.values().stream().mapToLong(Long::longValue).sum();
    }

    public long retired() {
      return byState.getOrDefault(SourceState.RETIRED, 0L);
    }
  }
}
