package org.masterplan.profiles.export.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A person in a file.
 *
 * @param profile {@code profiles/{profile}}
 * @param aliases names that now mean this profile
 * @param given what leaves of them
 * @param consents {@code PURPOSE/CHANNEL=STATE}
 * @param segmentsKnown whether their segments could be read; if not, none says nothing
 */
public record ExportRow(
    String profile,
    List<String> aliases,
    Release.Given given,
    List<String> consents,
    List<String> segments,
    boolean segmentsKnown,
    Instant createdAt,
    Instant updatedAt) {
  public ExportRow {
    aliases = List.copyOf(aliases);
    consents = List.copyOf(consents);
    segments = List.copyOf(segments);
  }

  /** What leaves of them, by dictionary field. */
  public Map<String, String> values() {
    return given.values();
  }
}
