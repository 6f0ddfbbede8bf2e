package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.source.app.Gathering;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Resolves what several callers bring at the same time in one round, and writes the cards once. A
 * caller is answered when the round that took its records is over, which is after their decision is
 * safely stored.
 */
public final class Rounds implements BiConsumer<List<SourceRecord>, String> {
  /** A round takes no more callers once it has so many records. */
  private static final int MOST = 500;

  /** Of so many records it is remembered which version was resolved last. */
  private static final int REMEMBERED = 10_000;

  private final BiFunction<List<SourceRecord>, String, Identity.Resolved> resolve;
  private final Consumer<Identity.Resolved> project;
  private final Gathering<Brought, Boolean> gathering;

  private final Map<Long, Integer> versions =
      new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** What one caller brought, and in whose name. */
  private record Brought(List<SourceRecord> records, String actor) {}

  /**
   * Prepares rounds.
   *
   * @param resolve decides who records are that are stored, in somebody's name
   * @param project writes the cards of what was decided, with what the last was made on at hand
   */
  public Rounds(
      BiFunction<List<SourceRecord>, String, Identity.Resolved> resolve,
      Consumer<Identity.Resolved> project) {
    this.resolve = resolve;
    this.project = project;
    this.gathering = new Gathering<>(this::round, brought -> brought.records().size(), MOST);
  }

  /** Resolves records in that name; returns when they are. */
  @Override
  public void accept(List<SourceRecord> records, String actor) {
    gathering.ask(new Brought(records, actor));
  }

  /** How many callers wait for the next round. */
  int waiting() {
    return gathering.waiting();
  }

  /** One decision for each name in which something was brought. */
  private List<Boolean> round(List<Brought> some) {
    var newest = newest(some);
    var byActor = new LinkedHashMap<String, List<SourceRecord>>();
    for (var brought : some) {
      var of = byActor.computeIfAbsent(brought.actor(), _ -> new ArrayList<>());
      for (var record : brought.records()) {
        if (newest.remove(record.number(), record)) {
          of.add(record);
        }
      }
    }
    byActor.values().removeIf(List::isEmpty);
    var last = Identity.Resolved.NOTHING;
    for (var of : byActor.entrySet()) {
      last = resolve.apply(of.getValue(), of.getKey());
    }
    project.accept(last);
    var all = byActor.values().stream().flatMap(List::stream);
    all.forEach(record -> versions.merge(record.number(), record.version(), Math::max));
    return Collections.nCopies(some.size(), true);
  }

  /** Each record once: a version that a newer one has followed says nothing any more. */
  private Map<Long, SourceRecord> newest(List<Brought> some) {
    var newest = new LinkedHashMap<Long, SourceRecord>();
    for (var brought : some) {
      for (var record : brought.records()) {
        if (record.version() >= versions.getOrDefault(record.number(), 0)) {
          newest.merge(record.number(), record, (a, b) -> b.version() > a.version() ? b : a);
        }
      }
    }
    return newest;
  }
}
