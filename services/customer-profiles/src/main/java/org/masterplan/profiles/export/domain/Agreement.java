package org.masterplan.profiles.export.domain;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.consent.domain.ContactPoints;
import org.masterplan.profiles.consent.domain.Standing;

/**
 * Whether a person agreed that a value be used: silence is no agreement, and a contact point may be
 * used only by a channel that the person agreed to and did not take back, whatever all the others.
 */
final class Agreement {
  private final Set<String> channels = new TreeSet<>(ContactPoints.channels());

  /** What was agreed to for that purpose, of where a person stands. */
  Agreement(String purpose, Collection<Consent> standing) {
    standing.forEach(word -> channels.add(word.channel()));
    channels.remove(Consent.ALL);
    channels.removeIf(channel -> !Standing.agreed(purpose, channel, standing));
  }

  /** Whether the field may be used: by one channel at least that was not refused since. */
  boolean covers(String field) {
    return channels.stream().anyMatch(channel -> ContactPoints.mayUse(channel, field));
  }
}
