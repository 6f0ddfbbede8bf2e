package org.masterplan.profiles.consent.domain;

import java.time.Instant;

/**
 * One word of a person about one purpose on one channel. Never changed: the last word counts.
 *
 * @param subject whom it is about: {@code profiles/{profile}} as it was named then, or the record
 *     that brought it; so it follows the person through merges and splits
 * @param purpose what for; {@link #ALL} in a withdrawal
 * @param channel by which way; {@link #ALL} in a withdrawal
 * @param evidence what shows that it was said
 * @param recorder who wrote it down
 */
public record Consent(
    String subject,
    String purpose,
    String channel,
    State state,
    Instant time,
    String evidence,
    String recorder) {
  /** Every purpose, or every channel. */
  public static final String ALL = "ALL";

  /** What was said. */
  public enum State {
    GRANTED,
    WITHDRAWN
  }

  /** Two entries with one id are one word, however often it is written down. */
  public String id() {
    return String.join("|", subject, purpose, channel, state.name(), time.toString());
  }

  /** What was said and when, without where it is known from. */
  public Consent alone() {
    return new Consent("", purpose, channel, state, time, "", "");
  }

  /** Whether this word speaks about that purpose on that channel. */
  public boolean covers(String otherPurpose, String otherChannel) {
    return (purpose.equals(ALL) || purpose.equals(otherPurpose))
        && (channel.equals(ALL) || channel.equals(otherChannel));
  }
}
