package org.masterplan.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A record being written: its values, its day and the stream of chances that shapes it. */
final class Row {
  private final Draw draw;
  private final LocalDate day;
  private final Map<Field, String> values = new EnumMap<>(Field.class);

  Row(Draw draw, LocalDate day) {
    this.draw = draw;
    this.day = day;
  }

  Draw draw() {
    return draw;
  }

  /** When the record was made. */
  LocalDate day() {
    return day;
  }

  void put(Field field, String value) {
    values.put(field, value);
  }

  /** Empty where the record has no such value. */
  String get(Field field) {
    return values.getOrDefault(field, "");
  }

  List<String> cells(Source source) {
    return source.columns().stream().map(this::get).toList();
  }
}
