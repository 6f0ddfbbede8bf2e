package org.masterplan.profiles.source.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.dictionary.domain.Key;

/**
 * One record of a source as it was loaded. Never changed: another content under the same name is
 * another version.
 *
 * @param number opaque number by which the journal knows it; says nothing once the record is erased
 * @param version 1 when first loaded
 * @param content what the row said
 * @param origin where the row came from
 */
public record SourceRecord(
    long number, RecordName name, int version, Content content, Origin origin) {

  /**
   * What a row said.
   *
   * @param values by dictionary field, each in its one form
   * @param raw every cell by column, as read
   */
  public record Content(Map<String, String> values, Map<String, String> raw) {
    public Content {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
    }
  }

  /**
   * Where a row came from.
   *
   * @param load the operation that read it
   * @param line its line in the file
   * @param loadedAt when it was stored
   * @param asOf as of when its source said so: the last day of collection, else the load
   */
  public record Origin(String load, long line, Instant loadedAt, Instant asOf) {}

  /** What it says, by dictionary field. */
  public Map<String, String> values() {
    return content.values();
  }

  /** The keys that its person holds. */
  public List<Key> keys() {
    return Key.of(content.values());
  }

  /** Whether a row says the same. */
  public boolean says(Content other) {
    return content.equals(other);
  }

  /** The version after this one. */
  public SourceRecord next(Content said, Origin from) {
    return new SourceRecord(number, name, version + 1, said, from);
  }
}
