package org.masterplan.profiles.identity.app;

import java.util.Map;
import java.util.Optional;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Hashes;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.dictionary.domain.NationalIds;
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

  /**
   * The citizen number, hashed; 0 if there is none that is somebody's. Two different ones are two
   * persons, whatever else agrees.
   */
  public long citizen() {
    return Optional.ofNullable(values.get(Dictionary.NATIONAL_ID))
        .filter(NationalIds::isCitizenNumber)
        .filter(id -> !new Key(Dictionary.NATIONAL_ID, id).placeholder())
        .map(Hashes::of)
        .orElse(0L);
  }
}
