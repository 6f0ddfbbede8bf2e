package org.masterplan.governance.contact.domain;

import java.time.Instant;

/**
 * One contact in an account. Its class and channel are frozen: changing the message later does not
 * change what was counted.
 *
 * @param id the reservation and its attempt, {@code {reservation}#{attempt}}
 * @param time when the contact takes place
 * @param confirmed final; a reserved entry is not, and stops counting at {@code expires}
 */
public record Entry(
    String id,
    Instant time,
    Channel channel,
    MessageClass messageClass,
    boolean confirmed,
    Instant expires) {

  boolean counts(Instant now) {
    return confirmed || expires.isAfter(now);
  }

  Entry asConfirmed(Instant takesPlace) {
    return confirmed ? this : new Entry(id, takesPlace, channel, messageClass, true, expires);
  }

  /** The reservation behind it. */
  public String reservation() {
    return id.substring(0, id.lastIndexOf('#'));
  }
}
