package org.masterplan.profiles.review.app;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.masterplan.profiles.review.domain.Search;

/** Searches in memory. */
final class InMemorySearches implements Searches {
  private final Map<String, Search> all = new HashMap<>();

  @Override
  public void put(Search search) {
    all.put(search.id(), search);
  }

  @Override
  public Optional<Search> latest() {
    return all.values().stream().max(Comparator.comparing(Search::at));
  }

  @Override
  public Optional<Search> latestSample() {
    return all.values().stream()
        .filter(search -> !search.drawn().isEmpty())
        .max(Comparator.comparing(Search::at));
  }
}
