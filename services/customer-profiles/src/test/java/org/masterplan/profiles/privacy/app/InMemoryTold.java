package org.masterplan.profiles.privacy.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far each service was told, in memory. */
final class InMemoryTold implements Told {
  private final Map<String, Long> all = new ConcurrentHashMap<>();

  @Override
  public long upTo(String service) {
    return all.getOrDefault(service, 0L);
  }

  @Override
  public void upTo(String service, long decision) {
    all.merge(service, decision, Math::max);
  }
}
