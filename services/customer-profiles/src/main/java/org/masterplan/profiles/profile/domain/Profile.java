package org.masterplan.profiles.profile.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * One person as all sources together know them.
 *
 * @param name {@code profiles/{profile}}
 * @param aliases names that now mean this profile
 * @param values by dictionary field
 * @param journal the newest decision that the answer saw
 */
public record Profile(
    String name,
    List<String> aliases,
    Map<String, Value> values,
    List<SourceRecord> records,
    long journal) {
  public Profile {
    aliases = List.copyOf(aliases);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    records = List.copyOf(records);
  }

  /** Whether any of these sources has a record of the person. */
  public boolean knownTo(Set<String> sources) {
    return records.stream().anyMatch(record -> sources.contains(record.name().source()));
  }

  /** The person as these sources alone say them. */
  public Profile saidBy(Predicate<String> sources, Survivorship survivorship) {
    var said = records.stream().filter(r -> sources.test(r.name().source())).toList();
    return new Profile(name, aliases, survivorship.choose(said), said, journal);
  }

  /** Every name that it has had. */
  public List<String> names() {
    var names = new java.util.ArrayList<String>();
    names.add(name);
    names.addAll(aliases);
    return names;
  }

  /** When its first record was loaded. */
  public Instant createdAt() {
    return records.stream()
        .map(r -> r.origin().loadedAt())
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** When its newest record was loaded. */
  public Instant updatedAt() {
    return records.stream()
        .map(r -> r.origin().loadedAt())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** Every different value of a field, best first. */
  public List<String> all(String field) {
    var value = values.get(field);
    if (value == null) {
      return List.of();
    }
    var all = new java.util.ArrayList<String>();
    all.add(value.value());
    all.addAll(value.others());
    return all;
  }
}
