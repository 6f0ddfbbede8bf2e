package org.masterplan.profiles.source.app;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.profiles.dictionary.domain.Readings;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.DistinctCount;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Counts how good a source's fields are, in little memory (capability 8: a card per source). */
final class QualityCount {
  private final Mapping mapping;
  private final Map<String, FieldCount> counts = new TreeMap<>();
  private final Map<String, DistinctCount> distinct = new HashMap<>();
  private long records;

  QualityCount(Mapping mapping) {
    this.mapping = mapping;
    mapping.fields().keySet().forEach(field -> counts.put(field, new FieldCount(0, 0)));
  }

  void add(SourceRecord record) {
    records++;
    mapping
        .fields()
        .forEach(
            (field, column) -> {
              var one = one(record, field, column);
              counts.merge(field, one, QualityCount::sum);
              if (one.valid() > 0) {
                distinct(field).add(record.values().getOrDefault(field, ""));
              }
            });
  }

  /** What one record more is worth; or less, if {@code times} is negative. */
  static Map<String, FieldCount> of(Mapping mapping, SourceRecord record, int times) {
    var counts = new TreeMap<String, FieldCount>();
    mapping
        .fields()
        .forEach(
            (field, column) -> {
              var one = one(record, field, column);
              counts.put(field, new FieldCount(times * one.filled(), times * one.valid()));
            });
    return counts;
  }

  private static FieldCount one(SourceRecord record, String field, ColumnMapping column) {
    var cell = record.content().raw().getOrDefault(column.column(), "");
    boolean filled = !cell.isEmpty() && !Readings.blank(cell);
    boolean valid = filled && record.values().containsKey(field);
    return new FieldCount(filled ? 1 : 0, valid ? 1 : 0);
  }

  long records() {
    return records;
  }

  Map<String, FieldCount> counts() {
    var told = new TreeMap<String, FieldCount>();
    counts.forEach(
        (field, count) ->
            told.put(
                field, new FieldCount(count.filled(), count.valid(), distinct(field).estimate())));
    return told;
  }

  private DistinctCount distinct(String field) {
    return distinct.computeIfAbsent(field, _ -> new DistinctCount());
  }

  private static FieldCount sum(FieldCount a, FieldCount b) {
    return new FieldCount(a.filled() + b.filled(), a.valid() + b.valid());
  }
}
