package org.masterplan.governance.contact.domain;

/** What a channel needs to know of a person. */
public enum Medium {
  PHONE,
  MAILBOX,
  /** Nothing but the profile. */
  NONE
}
