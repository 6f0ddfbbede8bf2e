package org.masterplan.profiles.identity.app;

import java.util.Map;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * What the matching engine is told about a record.
 *
 * @param record the record's number
 * @param values by dictionary field, each in its one form
 */
public record Features(long record, Map<String, String> values) {
  public static Features of(SourceRecord record) {
    return new Features(record.number(), record.values());
  }
}
