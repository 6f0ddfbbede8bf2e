package org.masterplan.governance.message.domain;

/** Where a message stands. */
public enum State {
  DRAFT,
  PROPOSED,
  APPROVED,
  SCHEDULED,
  RELEASED,
  CANCELLED;

  /** Whether its contacts may be asked for: allowed by the CMO office and not given up. */
  public boolean approved() {
    return this == APPROVED || this == SCHEDULED || this == RELEASED;
  }

  /** Whether others must reckon with it: handed in and not given up. */
  public boolean onThePlan() {
    return this != DRAFT && this != CANCELLED;
  }
}
