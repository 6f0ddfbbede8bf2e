package org.masterplan.abandonment.app;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.masterplan.abandonment.domain.Registered;

/** The register's communities in memory. */
public final class InMemoryRegisteredCommunities implements RegisteredCommunities {
  private final TreeMap<String, Seen> kept = new TreeMap<>();

  @Override
  public synchronized void put(Seen seen) {
    kept.put(seen.community().community(), seen);
  }

  @Override
  public synchronized void eachRevision(ObjLongConsumer<String> reader) {
    kept.forEach((id, seen) -> reader.accept(id, seen.revision()));
  }

  @Override
  public synchronized Optional<Registered> find(String community) {
    return Optional.ofNullable(kept.get(community)).map(Seen::community);
  }

  @Override
  public synchronized List<Registered> all() {
    return kept.values().stream().map(Seen::community).toList();
  }
}
