package org.masterplan.profiles.privacy.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.profiles.privacy.domain.Sweep;

/** Sweeps in memory. */
final class InMemorySweeps implements Sweeps {
  private final Map<Long, Sweep> all = new TreeMap<>();

  @Override
  public synchronized void begin(Sweep sweep) {
    all.put(sweep.id(), sweep);
  }

  @Override
  public synchronized List<Sweep> left() {
    return List.copyOf(all.values());
  }

  @Override
  public synchronized void end(Sweep sweep) {
    all.remove(sweep.id());
  }
}
