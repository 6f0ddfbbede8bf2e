package org.masterplan.matching.live;

import java.util.List;
import java.util.SortedSet;
import org.masterplan.matching.table.RecordKey;

/**
 * What a step changed: entities that are no longer as they were, and those that stand in their
 * place. An entity of the same records before and after is in neither; both are empty where nothing
 * changed. Entities are sorted by their first record.
 */
public record Change(List<SortedSet<RecordKey>> before, List<SortedSet<RecordKey>> after) {
  static final Change NONE = new Change(List.of(), List.of());

  public Change {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Whether every entity is as it was. */
  public boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }
}
