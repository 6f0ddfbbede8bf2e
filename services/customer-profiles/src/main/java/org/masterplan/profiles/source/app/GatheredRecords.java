package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Records of which several are found or stored in one command, by whoever asks at one time. */
final class GatheredRecords implements Records {
  /** As many as a store takes; who has the last place may bring as many again, by itself. */
  private static final int MOST = 500;

  private final Records records;
  private final Gathering<Collection<RecordName>, Map<RecordName, SourceRecord>> finding;
  private final Gathering<List<SourceRecord>, List<SourceRecord>> storing;

  GatheredRecords(Records records) {
    this.records = records;
    this.finding = new Gathering<>(this::findAll, Collection::size, MOST);
    this.storing = new Gathering<>(this::storeAll, List::size, MOST);
  }

  @Override
  public Map<RecordName, SourceRecord> find(Collection<RecordName> names) {
    return names.isEmpty() ? Map.of() : finding.ask(names);
  }

  private List<Map<RecordName, SourceRecord>> findAll(List<Collection<RecordName>> asked) {
    var names = new LinkedHashSet<RecordName>();
    asked.forEach(names::addAll);
    var found = records.find(names);
    return asked.stream().map(some -> only(some, found)).toList();
  }

  private static Map<RecordName, SourceRecord> only(
      Collection<RecordName> names, Map<RecordName, SourceRecord> found) {
    var own = new HashMap<RecordName, SourceRecord>();
    for (var name : names) {
      var record = found.get(name);
      if (record != null) {
        own.put(name, record);
      }
    }
    return own;
  }

  @Override
  public Set<RecordName> saidAgain(Collection<RecordName> names, Instant asOf) {
    return records.saidAgain(names, asOf);
  }

  @Override
  public Set<RecordName> repeated(Collection<RecordName> names, Instant asOf, Instant came) {
    return records.repeated(names, asOf, came);
  }

  @Override
  public Map<RecordName, Instant> repeatedAt(Collection<RecordName> names) {
    return records.repeatedAt(names);
  }

  @Override
  public void expire(Collection<SourceRecord> some, Instant time) {
    records.expire(some, time);
  }

  @Override
  public List<SourceRecord> replacedUnsaidSince(
      Instant time, String source, String fromId, int limit) {
    return records.replacedUnsaidSince(time, source, fromId, limit);
  }

  @Override
  public void eraseReplaced(Collection<SourceRecord> some) {
    records.eraseReplaced(some);
  }

  @Override
  public List<SourceRecord> unsaidSince(Instant time, String source, String afterId, int limit) {
    return records.unsaidSince(time, source, afterId, limit);
  }

  @Override
  public List<SourceRecord> store(List<SourceRecord> some) {
    return some.isEmpty() ? List.of() : storing.ask(some);
  }

  /** Of two that store one record the first is first, as if it had come alone. */
  private List<List<SourceRecord>> storeAll(List<List<SourceRecord>> asked) {
    var stored = new HashMap<RecordName, SourceRecord>();
    records
        .store(asked.stream().flatMap(List::stream).toList())
        .forEach(record -> stored.put(record.name(), record));
    return asked.stream()
        .map(some -> some.stream().map(SourceRecord::name).toList())
        .map(names -> List.copyOf(only(names, stored).values()))
        .toList();
  }

  @Override
  public Map<Long, SourceRecord> findNumbers(Collection<Long> numbers) {
    return records.findNumbers(numbers);
  }

  @Override
  public List<SourceRecord> versionsBefore(Collection<SourceRecord> of) {
    return records.versionsBefore(of);
  }

  @Override
  public List<SourceRecord> holding(Collection<Key> keys, int limit) {
    return records.holding(keys, limit);
  }

  @Override
  public List<Long> numbersHolding(Key key, int limit) {
    return records.numbersHolding(key, limit);
  }

  @Override
  public List<Long> numbersHolding(Key key, String source, int limit) {
    return records.numbersHolding(key, source, limit);
  }

  @Override
  public List<SourceRecord> list(String source, String afterId, int limit) {
    return records.list(source, afterId, limit);
  }

  @Override
  public long count(String source) {
    return records.count(source);
  }

  @Override
  public void each(String source, Consumer<SourceRecord> use) {
    records.each(source, use);
  }

  @Override
  public long erase(Collection<SourceRecord> some) {
    return records.erase(some);
  }
}
