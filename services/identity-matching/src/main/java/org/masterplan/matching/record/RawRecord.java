package org.masterplan.matching.record;

import java.util.List;

/**
 * A row of a source as it came, values in the order of the run's {@link Schema}.
 *
 * @param id unique within its source
 * @param values one per field; empty = the source does not say
 */
public record RawRecord(String source, String id, List<String> values) {
  public RawRecord {
    values = List.copyOf(values);
  }
}
