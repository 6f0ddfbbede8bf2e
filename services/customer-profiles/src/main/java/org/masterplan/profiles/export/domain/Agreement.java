package org.masterplan.profiles.export.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.dictionary.domain.Dictionary;

/**
 * Whether a person agreed that a value be used: silence is no agreement, and a contact point may be
 * used only by a channel that the person agreed to.
 */
final class Agreement {
  private static final Set<String> TELEPHONE = Set.of("SMS", "CALL", "ZALO");
  private static final Set<String> ADDRESS = Set.of("street", "ward", "district", "postcode");

  /** Channels that reach no handle. */
  private static final Set<String> NO_HANDLE = Set.of("SMS", "CALL", "EMAIL", "POST");

  private final List<String> channels;

  /** What was agreed to for that purpose, of where a person stands. */
  Agreement(String purpose, Collection<Consent> standing) {
    this.channels =
        standing.stream()
            .filter(word -> word.state() == Consent.State.GRANTED)
            .filter(word -> word.purpose().equals(purpose))
            .map(Consent::channel)
            .toList();
  }

  /** Whether the field may be used. */
  boolean covers(String field) {
    return channels.stream().anyMatch(channel -> reaches(channel, field));
  }

  private static boolean reaches(String channel, String field) {
    if (channel.equals(Consent.ALL)) {
      return true;
    }
    return switch (field) {
      case Dictionary.EMAIL -> channel.equals("EMAIL");
      case Dictionary.PHONE -> TELEPHONE.contains(channel);
      case Dictionary.HANDLE -> !NO_HANDLE.contains(channel);
      default -> !ADDRESS.contains(field) || channel.equals("POST");
    };
  }
}
