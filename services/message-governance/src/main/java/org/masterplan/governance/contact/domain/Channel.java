package org.masterplan.governance.contact.domain;

/** How a message reaches its reader. */
public enum Channel {
  SMS(Medium.PHONE),
  CALL(Medium.PHONE),
  EMAIL(Medium.MAILBOX),
  ZALO(Medium.PHONE),
  /** A notice in the company's own app. */
  APP(Medium.NONE),
  /** A post in a community: reaches whoever looks, asks nobody in particular. */
  POST(Medium.NONE);

  private final Medium medium;

  Channel(Medium medium) {
    this.medium = medium;
  }

  public Medium medium() {
    return medium;
  }

  /** Whether it turns to one person, so that consent, caps and attention are about it. */
  public boolean personal() {
    return this != POST;
  }
}
