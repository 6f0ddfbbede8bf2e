package org.masterplan.governance.message.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.masterplan.governance.message.domain.Reach;

/** The reaches of a test: what every store must mean. */
public final class InMemoryReaches implements Reaches {
  private final Map<String, Reach> all = new ConcurrentHashMap<>();

  @Override
  public void save(Reach reach) {
    all.put(reach.message(), reach);
  }

  @Override
  public Map<String, Reach> find(Collection<String> messages) {
    var found = new HashMap<>(all);
    found.keySet().retainAll(messages);
    return found;
  }

  @Override
  public List<Reach> unfinished(int limit) {
    return all.values().stream().filter(r -> !r.done()).limit(limit).toList();
  }
}
