package org.masterplan.profiles.replacement.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.masterplan.kernel.ResourceName;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.profile.domain.Value;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * What an old database is given back: whose each of its records is now, and what the plan knows
 * better. What another database says is given only if it was collected for all that this one was.
 */
public final class GiveBack {
  private static final int AT_ONCE = 200;
  private static final int DECISIONS = 500;

  private final SourceRegister register;
  private final Records records;
  private final Reading reading;
  private final Journal journal;

  /** A value that the plan knows better; {@code given} is empty where the record says nothing. */
  public record Better(String field, String given, Value value) {}

  /**
   * One record of the database.
   *
   * @param withheld values that were collected for something else
   */
  public record Line(RecordName record, String profile, List<Better> better, int withheld) {}

  public GiveBack(SourceRegister register, Records records, Reading reading, Journal journal) {
    this.register = register;
    this.records = records;
    this.reading = reading;
    this.journal = journal;
  }

  /**
   * Every live record of the source, by id, some at a time.
   *
   * @param since only of persons of whom something changed from then on; empty: of all
   */
  public void each(ResourceName source, Optional<Instant> since, Consumer<List<Line>> use) {
    var own = register.get(source);
    var writing = new Writing(own, since, since.map(this::movedSince).orElse(Set.of()));
    records.each(source.id(), record -> writing.add(record, use));
    writing.flush(use);
  }

  /** Numbers of the records that decisions moved from then on: as many as changed. */
  private Set<Long> movedSince(Instant since) {
    var moved = new HashSet<Long>();
    long number = lastBefore(since);
    for (var page = journal.after(number, DECISIONS);
        !page.isEmpty();
        page = journal.after(number, DECISIONS)) {
      page.forEach(decision -> decision.moves().forEach(move -> moved.add(move.record())));
      number = page.getLast().number();
    }
    return moved;
  }

  /** The last decision before that time; decisions are in the order of their times. */
  private long lastBefore(Instant since) {
    long low = 0;
    long high = journal.last();
    while (low < high) {
      long middle = (low + high) >>> 1;
      var decision = journal.after(middle, 1).getFirst();
      if (decision.by().at().isBefore(since)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Works some records off at a time. */
  private final class Writing {
    private final Source own;
    private final Optional<Instant> since;
    private final Set<Long> moved;
    private final Map<String, Boolean> given = new HashMap<>();
    private final List<SourceRecord> batch = new ArrayList<>(AT_ONCE);

    Writing(Source own, Optional<Instant> since, Set<Long> moved) {
      this.own = own;
      this.since = since;
      this.moved = moved;
    }

    void add(SourceRecord record, Consumer<List<Line>> use) {
      batch.add(record);
      if (batch.size() == AT_ONCE) {
        flush(use);
      }
    }

    void flush(Consumer<List<Line>> use) {
      var assigned = reading.assignment(batch);
      var profiles = new HashMap<String, Profile>();
      reading
          .all(List.copyOf(new TreeSet<>(assigned.values())))
          .forEach(profile -> profile.names().forEach(name -> profiles.put(name, profile)));
      var lines = new ArrayList<Line>(batch.size());
      for (var record : batch) {
        var profile = profiles.get(assigned.getOrDefault(record.number(), ""));
        if (profile != null && hasChanged(profile)) {
          lines.add(line(record, profile));
        }
      }
      use.accept(lines);
      batch.clear();
    }

    private boolean hasChanged(Profile profile) {
      return since.isEmpty()
          || !profile.updatedAt().isBefore(since.get())
          || profile.records().stream().anyMatch(r -> moved.contains(r.number()));
    }

    private Line line(SourceRecord record, Profile profile) {
      var better = new ArrayList<Better>();
      int withheld = 0;
      for (var entry : profile.values().entrySet()) {
        var said = record.values().getOrDefault(entry.getKey(), "");
        var value = entry.getValue();
        if (value.value().equals(said)) {
          continue;
        }
        if (isGiven(value.record().source())) {
          better.add(new Better(entry.getKey(), said, value));
        } else {
          withheld++;
        }
      }
      return new Line(record.name(), profile.name(), better, withheld);
    }

    private boolean isGiven(String from) {
      return given.computeIfAbsent(from, this::wasCollectedForTheSame);
    }

    private boolean wasCollectedForTheSame(String from) {
      if (from.equals(own.name().id())) {
        return true;
      }
      var purposes = own.description().purposes();
      var other = register.get(new ResourceName("sources", from));
      return !purposes.isEmpty() && other.description().purposes().containsAll(purposes);
    }
  }
}
