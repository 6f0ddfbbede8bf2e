package org.masterplan.governance.policy.domain;

/** What a rule looks at. */
public enum Scope {
  /** The message as it is written. */
  MESSAGE,
  /** Each contact of each person. */
  CONTACT
}
