package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Marks in memory. */
public final class InMemoryPushMarks implements PushMarks {
  private final Map<String, Instant> all = new ConcurrentHashMap<>();

  @Override
  public void set(Mark mark) {
    all.merge(mark.source(), mark.until(), (a, b) -> a.isAfter(b) ? a : b);
  }

  @Override
  public List<Mark> all() {
    return all.entrySet().stream().map(e -> new Mark(e.getKey(), e.getValue())).toList();
  }

  @Override
  public void remove(Mark mark) {
    all.remove(mark.source(), mark.until());
  }
}
