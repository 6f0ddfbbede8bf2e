package org.masterplan.governance.message.domain;

import java.time.Instant;

/**
 * What became of a message's contacts.
 *
 * @param message format {@code messages/{message}}
 * @param done whether the work is over
 */
public record Reach(
    String message,
    int asked,
    int granted,
    int refused,
    int confirmed,
    boolean done,
    Instant asOf) {
  /** Work that has been asked for and not begun. */
  public static Reach begun(String message, int asked, Instant now) {
    return new Reach(message, asked, 0, 0, 0, false, now);
  }

  /** The same, to be worked on again: confirmed or given back. */
  public Reach again(Instant now) {
    return new Reach(message, asked, granted, refused, confirmed, false, now);
  }

  /** The reservations are settled. */
  public Reach reserved(int grantedNow, int refusedNow, Instant now) {
    return new Reach(message, asked, grantedNow, refusedNow, 0, true, now);
  }

  /** The release is settled. */
  public Reach released(int confirmedNow, Instant now) {
    return new Reach(message, asked, granted, refused, confirmedNow, true, now);
  }

  /** Everything is given back. */
  public Reach givenBack(Instant now) {
    return new Reach(message, asked, 0, refused, 0, true, now);
  }
}
