package org.masterplan.governance.message.domain;

/** Where a message stands. */
public enum State {
  DRAFT,
  PROPOSED,
  APPROVED,
  SCHEDULED,
  RELEASED,
  CANCELLED;

  /** Whether others must reckon with it: handed in and not given up. */
  public boolean onThePlan() {
    return this != DRAFT && this != CANCELLED;
  }
}
