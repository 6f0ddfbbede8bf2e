package org.masterplan.governance.contact.domain;

/** Who is held out of a message, so that what it does can be told (capability 53). */
@FunctionalInterface
public interface Draw {
  /** Whether the message is kept from that profile; the same whenever it is asked. */
  boolean holdsOut(Ask.Origin origin, String profile);
}
