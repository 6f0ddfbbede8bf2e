package org.masterplan.governance.contact.domain;

import java.util.Set;

/** What a message wants of its reader (capability 121), and which consent that needs. */
public enum MessageClass {
  PROMOTION("MARKETING", "PROMOTION", "ADVERTISING"),
  /** Consent to advertising is no consent to be questioned: purposes are apart. */
  ASK("SURVEY", "RESEARCH"),
  INFO("INFO", "MARKETING"),
  CARE("CARE", "INFO", "MARKETING"),
  /** What the customer is owed: an order's state, a recall. */
  SERVICE_NOTICE;

  private final Set<String> purposes;

  MessageClass(String... purposes) {
    this.purposes = Set.of(purposes);
  }

  /** Any one of these purposes covers it. */
  public Set<String> purposes() {
    return purposes;
  }

  /** Owed to the customer: neither capped nor in need of consent. */
  public boolean owed() {
    return this == SERVICE_NOTICE;
  }
}
