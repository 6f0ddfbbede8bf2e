package org.masterplan.profiles.source.domain;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;

/**
 * One record of a source as it was loaded. Never changed: another content under the same name is
 * another version.
 *
 * @param number opaque number by which the journal knows it; says nothing once the record is erased
 * @param version 1 when first loaded
 * @param content what the row said
 * @param origin where the row came from
 */
public record SourceRecord(
    long number, RecordName name, int version, Content content, Origin origin) {

  /**
   * What a row said.
   *
   * @param values by dictionary field, each in its one form
   * @param raw every cell by column, as read
   * @param corrected what the source says, empty if nothing, of those fields that were set right
   *     here since and are otherwise than it says
   * @param rightAt when each of those was set right, to the millisecond; and each of which it was
   *     said here that it is right as the source says it
   */
  public record Content(
      Map<String, String> values,
      Map<String, String> raw,
      Map<String, String> corrected,
      Map<String, Instant> rightAt) {
    public Content {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
      corrected = Map.copyOf(corrected);
      rightAt = Map.copyOf(rightAt);
    }

    /** As the source says it. */
    public Content(Map<String, String> values, Map<String, String> raw) {
      this(values, raw, Map.of(), Map.of());
    }

    /**
     * With these fields set right then, also to what the source says; a field whose right value is
     * empty has none.
     */
    public Content corrected(Map<String, String> right, Instant at) {
      var then = at.truncatedTo(ChronoUnit.MILLIS);
      return corrected(right, right.keySet().stream().collect(toMap(f -> f, _ -> then)));
    }

    /** What was right already has been so since it was set right. */
    private Content corrected(Map<String, String> right, Map<String, Instant> at) {
      var said = new LinkedHashMap<>(corrected);
      var times = new LinkedHashMap<>(at);
      times.keySet().retainAll(right.keySet());
      rightAt.forEach((field, time) -> keepTime(field, time, right, times));
      right.keySet().forEach(field -> said.putIfAbsent(field, said(field)));
      var now = new LinkedHashMap<>(values);
      right.forEach((field, value) -> put(now, field, value));
      said.entrySet().removeIf(each -> now.getOrDefault(each.getKey(), "").equals(each.getValue()));
      times.keySet().removeIf(field -> !said.containsKey(field) && !now.containsKey(field));
      return new Content(now, raw, said, times);
    }

    private void keepTime(
        String field, Instant time, Map<String, String> right, Map<String, Instant> times) {
      if (said(field).equals(right.getOrDefault(field, said(field)))) {
        times.put(field, time);
      }
    }

    /**
     * What the source says now, with what was set right before: a correction stands until the
     * source says something new of its field, and so does what follows from it.
     */
    public Content keeping(Content before) {
      var anew = new Following.Anew(before, values);
      var right = anew.right();
      return right.isEmpty() ? this : corrected(right, anew.at());
    }

    /** What the source says, without anything that was set right here. */
    public Content asSaid() {
      var said = new LinkedHashMap<>(values);
      corrected.forEach((field, value) -> put(said, field, value));
      return new Content(said, raw);
    }

    private String said(String field) {
      return values.getOrDefault(field, "");
    }

    private static void put(Map<String, String> values, String field, String value) {
      if (value.isEmpty()) {
        values.remove(field);
      } else {
        values.put(field, value);
      }
    }
  }

  /**
   * Where a row came from.
   *
   * @param load the operation that read it
   * @param line its line in the file
   * @param loadedAt when it was stored
   * @param asOf as of when its source said so: the last day of collection, else the load
   * @param came when a load or push first brought it: long before it was stored, if it had to wait
   */
  public record Origin(String load, long line, Instant loadedAt, Instant asOf, Instant came) {
    /** Of a row that was stored as it came. */
    public Origin(String load, long line, Instant loadedAt, Instant asOf) {
      this(load, line, loadedAt, asOf, loadedAt);
    }

    /** Of what was set right here: what its source says of every other field is no newer for it. */
    public Origin corrected(String load, Instant now) {
      return new Origin(load, 0, now, asOf, came);
    }
  }

  /** What it says, by dictionary field. */
  public Map<String, String> values() {
    return content.values();
  }

  /** What its source says of that field, whatever was set right here; empty if nothing. */
  public String saidBySource(String field) {
    var here = values().getOrDefault(field, "");
    return content.corrected().getOrDefault(field, here);
  }

  /** The keys that its person holds. */
  public List<Key> keys() {
    return Key.of(content.values());
  }

  /** What it is found by: its person's keys, and its handle on whichever platform. */
  public List<Key> foundBy() {
    var all = new ArrayList<>(keys());
    Optional.ofNullable(values().get(Dictionary.HANDLE)).map(Key::anywhere).ifPresent(all::add);
    return all;
  }

  /** Whether a row says the same. */
  public boolean says(Content other) {
    return content.equals(other);
  }

  /** When that field was last said, or set right here. */
  public Instant saidAt(String field) {
    return content.rightAt().getOrDefault(field, origin.asOf());
  }

  /** The version after this one. */
  public SourceRecord next(Content said, Origin from) {
    return new SourceRecord(number, name, version + 1, said, from);
  }
}
