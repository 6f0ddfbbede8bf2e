package org.masterplan.profiles.export.domain;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.domain.Standing;
import org.masterplan.profiles.dictionary.domain.Dictionary;

/**
 * Whether a person agreed that a value be used: silence is no agreement, and a contact point may be
 * used only by a channel that the person agreed to and did not take back, whatever all the others.
 */
final class Agreement {
  private static final Set<String> TELEPHONE = Set.of("SMS", "CALL", "ZALO");
  private static final Set<String> ADDRESS = Set.of("street", "ward", "district", "postcode");

  /** Channels that reach no handle. */
  private static final Set<String> NO_HANDLE = Set.of("SMS", "CALL", "EMAIL", "POST");

  /** What a word about all channels speaks of; others only if somebody names them. */
  private static final Set<String> CHANNELS = Set.of("EMAIL", "SMS", "CALL", "ZALO", "POST");

  private final Set<String> channels = new TreeSet<>(CHANNELS);

  /** What was agreed to for that purpose, of where a person stands. */
  Agreement(String purpose, Collection<Consent> standing) {
    standing.forEach(word -> channels.add(word.channel()));
    channels.remove(Consent.ALL);
    channels.removeIf(channel -> !Standing.agreed(purpose, channel, standing));
  }

  /** Whether the field may be used: by one channel at least that was not refused since. */
  boolean covers(String field) {
    return channels.stream().anyMatch(channel -> reaches(channel, field));
  }

  private static boolean reaches(String channel, String field) {
    return switch (field) {
      case Dictionary.EMAIL -> channel.equals("EMAIL");
      case Dictionary.PHONE -> TELEPHONE.contains(channel);
      case Dictionary.HANDLE -> !NO_HANDLE.contains(channel);
      default -> !ADDRESS.contains(field) || channel.equals("POST");
    };
  }
}
