package org.masterplan.profiles.source.app;

/** The company's business units, which the register keeps. */
public interface Units {
  /**
   * Whether there is one of that name, {@code businessUnits/{unit}}, at work or dissolved. Throws
   * {@code Unavailable} while the register cannot be asked.
   */
  boolean has(String name);
}
