package org.masterplan.governance.message.app;

/** The business units of the plan. Throws {@code Unavailable} rather than guess. */
public interface Units {
  /** Whether there is such a unit, and it was not dissolved. */
  boolean isAtWork(String name);
}
