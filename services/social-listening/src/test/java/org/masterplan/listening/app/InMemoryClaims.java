package org.masterplan.listening.app;

import java.util.concurrent.ConcurrentHashMap;

/** Claims in memory. */
public final class InMemoryClaims implements Claims {
  private final ConcurrentHashMap<String, String> kept = new ConcurrentHashMap<>();

  @Override
  public String first(String key, String id) {
    var before = kept.putIfAbsent(key, id);
    return before == null ? id : before;
  }
}
