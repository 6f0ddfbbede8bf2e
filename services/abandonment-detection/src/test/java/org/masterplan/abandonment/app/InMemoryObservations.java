package org.masterplan.abandonment.app;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.masterplan.abandonment.domain.Observation;

/** Observations in memory. */
public final class InMemoryObservations implements Observations {
  private final TreeMap<String, Observation> kept = new TreeMap<>();

  @Override
  public synchronized boolean extend(Observation observation) {
    var before = kept.get(observation.community());
    var after = kept.merge(observation.community(), observation, Observation::and);
    return !after.equals(before);
  }

  @Override
  public synchronized Optional<Observation> find(String community) {
    return Optional.ofNullable(kept.get(community));
  }

  @Override
  public synchronized List<Observation> all() {
    return List.copyOf(kept.values());
  }
}
