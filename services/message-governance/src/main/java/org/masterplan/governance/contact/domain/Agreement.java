package org.masterplan.governance.contact.domain;

import java.time.Instant;
import java.util.Set;

/**
 * What a person said to one purpose on one channel.
 *
 * @param purpose upper-case word, or {@code ALL}
 * @param channel upper-case word, or {@code ALL}
 * @param granted yes, or no more
 * @param since when it was said
 */
public record Agreement(String purpose, String channel, boolean granted, Instant since) {
  private static final String ALL = "ALL";

  boolean isAbout(Set<String> purposes, Channel wanted) {
    return (purpose.equals(ALL) || purposes.contains(purpose))
        && (channel.equals(ALL) || channel.equals(wanted.name()));
  }
}
