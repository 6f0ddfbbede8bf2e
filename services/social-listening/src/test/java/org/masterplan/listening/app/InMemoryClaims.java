package org.masterplan.listening.app;

import java.util.HashMap;
import java.util.Map;

/** Claims in memory. */
public final class InMemoryClaims implements Claims {
  private final Map<String, String> kept = new HashMap<>();

  @Override
  public synchronized Map<String, String> first(Map<String, String> claimants) {
    claimants.forEach(kept::putIfAbsent);
    var first = new HashMap<>(kept);
    first.keySet().retainAll(claimants.keySet());
    return first;
  }
}
