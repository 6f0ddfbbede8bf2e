package org.masterplan.abandonment.app;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.masterplan.abandonment.domain.Registered;

/** The register's communities in memory. */
public final class InMemoryRegisteredCommunities implements RegisteredCommunities {
  private final TreeMap<String, Registered> kept = new TreeMap<>();

  @Override
  public synchronized void put(Registered community) {
    kept.put(community.community(), community);
  }

  @Override
  public synchronized Optional<Registered> find(String community) {
    return Optional.ofNullable(kept.get(community));
  }

  @Override
  public synchronized List<Registered> all() {
    return List.copyOf(kept.values());
  }
}
