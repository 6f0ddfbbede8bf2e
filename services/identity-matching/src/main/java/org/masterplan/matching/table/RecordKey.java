package org.masterplan.matching.table;

import java.util.Comparator;

/** Names a record: its source, and its id there. */
public record RecordKey(String source, String id) implements Comparable<RecordKey> {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::source).thenComparing(RecordKey::id);

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }
}
