package org.masterplan.governance.policy.domain;

/** How much a rule weighs, lightest first. */
public enum Severity {
  /** Shown, does not hold anything up. */
  WARNING,
  /** The company's own rule. */
  RULE,
  /** The law or the person's own word; nobody may set it aside. */
  LAW
}
