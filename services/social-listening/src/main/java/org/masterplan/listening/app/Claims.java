package org.masterplan.listening.app;

import java.util.Map;

/** Who said something first. Passes {@code ResourcesContract}. */
public interface Claims {
  /**
   * By key, the id that claimed it first: the one given here if nobody had.
   *
   * @param claimants by key, who claims it now
   */
  Map<String, String> first(Map<String, String> claimants);
}
