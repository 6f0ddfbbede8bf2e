package org.masterplan.governance.policy.domain;

/** How much a rule weighs, lightest first. */
public enum Severity {
  /** Shown, does not hold anything up. */
  WARNING,
  /** The company's own rule. */
  RULE,
  /** The law or the person's own word; nobody may set it aside. */
  LAW;

  /** Whether a message to which it objects cannot be approved. */
  public boolean blocks() {
    return this != WARNING;
  }
}
