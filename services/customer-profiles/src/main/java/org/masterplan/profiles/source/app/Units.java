package org.masterplan.profiles.source.app;

/** The company's business units, which the register keeps. */
public interface Units {
  /**
   * Whether one of that name, {@code businessUnits/{unit}}, is at work: neither unknown nor
   * dissolved. Throws {@code Unavailable} while the register cannot be asked.
   */
  boolean isAtWork(String name);
}
