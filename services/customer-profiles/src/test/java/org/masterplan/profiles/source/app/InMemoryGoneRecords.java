package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Erased records in memory. */
public final class InMemoryGoneRecords implements GoneRecords {
  private final TreeMap<String, Gone> all = new TreeMap<>();

  @Override
  public synchronized void keep(Collection<Gone> gone) {
    gone.forEach(each -> all.put(each.name().key(), each));
  }

  @Override
  public synchronized List<Gone> list(String source, String afterId, int limit) {
    return all.tailMap(source + "/" + afterId, false).values().stream()
        .filter(each -> each.name().source().equals(source))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long forget(Instant before) {
    int held = all.size();
    all.values().removeIf(each -> each.at().isBefore(before));
    return held - all.size();
  }
}
