package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Marks in memory. */
public final class InMemoryPushMarks implements PushMarks {
  /** Happens before a mark is set. */
  public Runnable beforeSet = () -> {};

  /** Happens after marks were read. */
  public Runnable afterRead = () -> {};

  private final Map<Of, Instant> all = new ConcurrentHashMap<>();

  private record Of(String source, String instance) {}

  @Override
  public void set(Mark mark) {
    beforeSet.run();
    all.merge(of(mark), mark.until(), (a, b) -> a.isAfter(b) ? a : b);
  }

  @Override
  public List<Mark> all() {
    var read =
        all.entrySet().stream()
            .map(e -> new Mark(e.getKey().source(), e.getKey().instance(), e.getValue()))
            .toList();
    afterRead.run();
    return read;
  }

  @Override
  public void remove(Mark mark) {
    all.remove(of(mark), mark.until());
  }

  private static Of of(Mark mark) {
    return new Of(mark.source(), mark.instance());
  }
}
