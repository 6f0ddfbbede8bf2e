package org.masterplan.profiles.privacy.app;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.masterplan.profiles.privacy.domain.Erasure;

/** Erasures in memory. */
public final class InMemoryErasures implements Erasures {
  private final Map<String, Erasure> all = new TreeMap<>();

  @Override
  public synchronized Optional<Erasure> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized Erasure begin(Erasure erasure) {
    var known = all.putIfAbsent(erasure.id(), erasure);
    return known == null ? erasure : known;
  }

  @Override
  public synchronized void put(Erasure erasure) {
    all.put(erasure.id(), erasure);
  }

  @Override
  public synchronized List<Erasure> waiting() {
    return all.values().stream()
        .filter(e -> !e.complete())
        .sorted(Comparator.comparing((Erasure e) -> e.asked().at()).thenComparing(Erasure::id))
        .toList();
  }
}
