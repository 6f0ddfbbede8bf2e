package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Resolves what several callers bring at the same time in one round, and writes the cards once.
 * Nobody waits for others to come: whoever comes while a round is under way is in the next one. A
 * caller is answered when the round that took its records is over, which is after their decision is
 * safely stored; where a shared round fails, each of it is tried alone.
 */
public final class Rounds implements BiConsumer<List<SourceRecord>, String> {
  /** A round takes no more callers once it has so many records. */
  private static final int MOST = 500;

  /** Of so many records it is remembered which version was resolved last. */
  private static final int REMEMBERED = 10_000;

  private final BiConsumer<List<SourceRecord>, String> resolve;
  private final Consumer<List<SourceRecord>> project;
  private final Queue<Brought> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  private final Map<Long, Integer> versions =
      new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** What one caller brought, and what came of it. */
  private static final class Brought {
    private final List<SourceRecord> records;
    private final String actor;
    private volatile boolean over;
    private @Nullable RuntimeException failure;

    Brought(List<SourceRecord> records, String actor) {
      this.records = records;
      this.actor = actor;
    }

    void end(@Nullable RuntimeException failed) {
      failure = failed;
      over = true;
    }

    void answer() {
      if (failure != null) {
        throw failure;
      }
    }
  }

  /**
   * Prepares rounds.
   *
   * @param resolve decides who records are that are stored, in somebody's name
   * @param project writes the cards of what was decided, with these records at hand
   */
  public Rounds(
      BiConsumer<List<SourceRecord>, String> resolve, Consumer<List<SourceRecord>> project) {
    this.resolve = resolve;
    this.project = project;
  }

  /** Resolves records in that name; returns when they are. */
  @Override
  public void accept(List<SourceRecord> records, String actor) {
    var mine = new Brought(records, actor);
    waiting.add(mine);
    while (!mine.over) {
      turn.lock();
      try {
        if (!mine.over) {
          round();
        }
      } finally {
        turn.unlock();
      }
    }
    mine.answer();
  }

  /** How many callers wait for the next round. */
  int waiting() {
    return waiting.size();
  }

  private void round() {
    var some = taken();
    try {
      resolve(some);
      some.forEach(each -> each.end(null));
    } catch (RuntimeException e) {
      if (some.size() == 1) {
        some.getFirst().end(e);
      } else {
        some.forEach(this::alone);
      }
    } finally {
      // An error that is nobody's: nobody is left waiting.
      some.stream()
          .filter(each -> !each.over)
          .forEach(each -> each.end(new IllegalStateException("a round broke off")));
    }
  }

  private void alone(Brought one) {
    try {
      resolve(List.of(one));
      one.end(null);
    } catch (RuntimeException e) {
      one.end(e);
    }
  }

  private List<Brought> taken() {
    var some = new ArrayList<Brought>();
    int records = 0;
    while (records < MOST && waiting.peek() != null) {
      some.add(waiting.remove());
      records += some.getLast().records.size();
    }
    return some;
  }

  /** One decision for each name in which something was brought. */
  private void resolve(List<Brought> some) {
    var newest = newest(some);
    var byActor = new LinkedHashMap<String, List<SourceRecord>>();
    for (var brought : some) {
      var of = byActor.computeIfAbsent(brought.actor, _ -> new ArrayList<>());
      for (var record : brought.records) {
        if (newest.remove(record.number(), record)) {
          of.add(record);
        }
      }
    }
    byActor.values().removeIf(List::isEmpty);
    byActor.forEach((actor, records) -> resolve.accept(records, actor));
    var all = byActor.values().stream().flatMap(List::stream).toList();
    project.accept(all);
    all.forEach(record -> versions.merge(record.number(), record.version(), Math::max));
  }

  /** Each record once: a version that a newer one has followed says nothing any more. */
  private Map<Long, SourceRecord> newest(List<Brought> some) {
    var newest = new LinkedHashMap<Long, SourceRecord>();
    for (var brought : some) {
      for (var record : brought.records) {
        if (record.version() >= versions.getOrDefault(record.number(), 0)) {
          newest.merge(record.number(), record, (a, b) -> b.version() > a.version() ? b : a);
        }
      }
    }
    return newest;
  }
}
