package org.masterplan.profiles.export.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.consent.domain.Consent;

/**
 * A person in a file.
 *
 * @param profile {@code profiles/{profile}}
 * @param aliases names that now mean this profile
 * @param given what leaves of them
 * @param consents where they stand
 * @param segmentsKnown whether their segments could be read; if not, none says nothing
 */
public record ExportRow(
    String profile,
    List<String> aliases,
    Release.Given given,
    List<Consent> consents,
    List<String> segments,
    boolean segmentsKnown,
    Instant createdAt,
    Instant updatedAt) {
  public ExportRow {
    aliases = List.copyOf(aliases);
    consents = List.copyOf(consents);
    segments = List.copyOf(segments);
  }

  /** The consents, each as {@code PURPOSE/CHANNEL=STATE}. */
  public List<String> consentTexts() {
    return consents.stream().map(c -> c.purpose() + "/" + c.channel() + "=" + c.state()).toList();
  }

  /** What leaves of them, by dictionary field. */
  public Map<String, String> values() {
    return given.values();
  }
}
