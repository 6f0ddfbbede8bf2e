package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Records in memory. */
public final class InMemoryRecords implements Records {
  private final Map<String, SourceRecord> newest = new TreeMap<>();
  private final List<SourceRecord> versions = new ArrayList<>();
  private final Map<Long, String> numbers = new HashMap<>();

  private final Map<RecordName, Instant> said = new HashMap<>();
  private final Map<RecordName, Instant> repeated = new HashMap<>();
  private final Map<SourceRecord, Instant> replacedSaid = new HashMap<>();

  /** What happens between a question for records and their being stored. */
  Runnable beforeStore = () -> {};

  /** What happens once a version is read, before it is kept apart and the next one stored. */
  Runnable amidStore = () -> {};

  /** What happens between a question for records and their being said again. */
  Runnable beforeSaidAgain = () -> {};

  @Override
  public synchronized Map<RecordName, SourceRecord> find(Collection<RecordName> names) {
    var found = new HashMap<RecordName, SourceRecord>();
    for (var name : names) {
      var record = newest.get(name.key());
      if (record != null) {
        found.put(name, record);
      }
    }
    return found;
  }

  @Override
  public synchronized Map<Long, SourceRecord> findNumbers(Collection<Long> wanted) {
    var found = new HashMap<Long, SourceRecord>();
    for (var number : wanted) {
      var key = numbers.get(number);
      if (key != null) {
        found.put(number, newest.get(key));
      }
    }
    return found;
  }

  @Override
  public synchronized List<SourceRecord> versionsBefore(Collection<SourceRecord> records) {
    var names = records.stream().map(SourceRecord::name).toList();
    return versions.stream()
        .filter(r -> names.contains(r.name()))
        .sorted(
            Comparator.comparing((SourceRecord r) -> r.name().key())
                .thenComparingInt(SourceRecord::version))
        .toList();
  }

  @Override
  public synchronized List<SourceRecord> holding(Collection<Key> keys, int limit) {
    return newest.values().stream()
        .filter(r -> r.foundBy().stream().anyMatch(keys::contains))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Long> numbersHolding(Key key, int limit) {
    return holding(List.of(key), limit).stream().map(SourceRecord::number).toList();
  }

  @Override
  public synchronized List<Long> numbersHolding(Key key, String source, int limit) {
    return holding(List.of(key), Integer.MAX_VALUE).stream()
        .filter(record -> record.name().source().equals(source))
        .limit(limit)
        .map(SourceRecord::number)
        .toList();
  }

  @Override
  public synchronized List<SourceRecord> store(List<SourceRecord> records) {
    beforeStore.run();
    var stored = new ArrayList<SourceRecord>();
    for (var record : records) {
      var old = newest.get(record.name().key());
      if (old == null ? record.version() == 1 : isNext(record, old)) {
        amidStore.run();
        Optional.ofNullable(old).ifPresent(this::keepReplaced);
        if (old == null || newest.containsKey(record.name().key())) {
          newest.put(record.name().key(), record);
          numbers.put(record.number(), record.name().key());
        }
      }
      Optional.ofNullable(newest.get(record.name().key())).ifPresent(stored::add);
    }
    return stored;
  }

  private static boolean isNext(SourceRecord record, SourceRecord old) {
    return old.number() == record.number() && old.version() == record.version() - 1;
  }

  private void keepReplaced(SourceRecord old) {
    versions.add(old);
    Optional.ofNullable(said.get(old.name())).ifPresent(at -> replacedSaid.put(old, at));
  }

  @Override
  public synchronized List<SourceRecord> list(String source, String afterId, int limit) {
    return newest.values().stream()
        .filter(r -> r.name().source().equals(source) && r.name().id().compareTo(afterId) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Set<RecordName> saidAgain(Collection<RecordName> names, Instant asOf) {
    beforeSaidAgain.run();
    var gone = new HashSet<RecordName>();
    for (var name : names) {
      if (newest.containsKey(name.key())) {
        said.merge(name, asOf, (a, b) -> a.isAfter(b) ? a : b);
      } else {
        gone.add(name);
      }
    }
    return gone;
  }

  @Override
  public synchronized Set<RecordName> repeated(
      Collection<RecordName> names, Instant asOf, Instant came) {
    var gone = saidAgain(names, asOf);
    names.stream()
        .filter(name -> !gone.contains(name))
        .forEach(name -> repeated.merge(name, came, (a, b) -> a.isAfter(b) ? a : b));
    return gone;
  }

  @Override
  public synchronized Map<RecordName, Instant> repeatedAt(Collection<RecordName> names) {
    var found = new HashMap<>(repeated);
    found.keySet().retainAll(Set.copyOf(names));
    return found;
  }

  @Override
  public synchronized void expire(Collection<SourceRecord> records, Instant time) {
    for (var record : records) {
      var stored = newest.get(record.name().key());
      if (record.equals(stored) && isUnsaidSince(time, record, said.get(record.name()))) {
        erase(List.of(record));
      }
    }
  }

  private static boolean isUnsaidSince(Instant time, SourceRecord record, @Nullable Instant again) {
    return record.origin().asOf().isBefore(time) && (again == null || again.isBefore(time));
  }

  @Override
  public synchronized List<SourceRecord> replacedUnsaidSince(
      Instant time, String source, String fromId, int limit) {
    return versions.stream()
        .filter(old -> old.name().source().equals(source))
        .filter(old -> old.name().id().compareTo(fromId) >= 0)
        .sorted(Comparator.comparing(old -> old.name().key()))
        .filter(old -> isUnsaidSince(time, old, replacedSaid.get(old)))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void eraseReplaced(Collection<SourceRecord> some) {
    versions.removeAll(some);
  }

  @Override
  public synchronized List<SourceRecord> unsaidSince(
      Instant time, String source, String afterId, int limit) {
    return list(source, afterId, Integer.MAX_VALUE).stream()
        .filter(r -> isUnsaidSince(time, r, said.get(r.name())))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long count(String source) {
    return newest.values().stream().filter(r -> r.name().source().equals(source)).count();
  }

  @Override
  public synchronized void each(String source, Consumer<SourceRecord> use) {
    List.copyOf(newest.values()).stream()
        .filter(r -> source.isEmpty() || r.name().source().equals(source))
        .forEach(use);
  }

  @Override
  public synchronized long erase(Collection<SourceRecord> records) {
    long erased = 0;
    for (var record : records) {
      erased += newest.remove(record.name().key()) == null ? 0 : 1;
      numbers.remove(record.number());
      versions.removeIf(old -> old.name().equals(record.name()));
      said.remove(record.name());
      repeated.remove(record.name());
    }
    return erased;
  }
}
