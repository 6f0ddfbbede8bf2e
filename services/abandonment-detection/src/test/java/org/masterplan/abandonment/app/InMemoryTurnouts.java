package org.masterplan.abandonment.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turnouts in memory. */
public final class InMemoryTurnouts implements Turnouts {
  private final Map<String, Recent> kept = new HashMap<>();

  @Override
  public synchronized void put(String community, Recent turnouts) {
    kept.put(community, turnouts);
  }

  @Override
  public synchronized List<Recent> find(Collection<String> communities) {
    return communities.stream().map(kept::get).filter(Objects::nonNull).toList();
  }
}
