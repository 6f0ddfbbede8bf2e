package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Marks in memory. */
public final class InMemoryPushMarks implements PushMarks {
  private final Map<Of, Instant> all = new ConcurrentHashMap<>();

  private record Of(String source, String instance) {}

  @Override
  public void set(Mark mark) {
    all.merge(of(mark), mark.until(), (a, b) -> a.isAfter(b) ? a : b);
  }

  @Override
  public List<Mark> all() {
    return all.entrySet().stream()
        .map(e -> new Mark(e.getKey().source(), e.getKey().instance(), e.getValue()))
        .toList();
  }

  @Override
  public void remove(Mark mark) {
    all.remove(of(mark), mark.until());
  }

  private static Of of(Mark mark) {
    return new Of(mark.source(), mark.instance());
  }
}
