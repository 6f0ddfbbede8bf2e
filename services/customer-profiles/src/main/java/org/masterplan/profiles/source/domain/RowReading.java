package org.masterplan.profiles.source.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Names;
import org.masterplan.profiles.dictionary.domain.Readings;

/**
 * Reads rows of one source by its mapping.
 *
 * @param today what nobody can be born after
 */
public record RowReading(Mapping mapping, LocalDate today) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** As of the day that it is then. */
  public static RowReading at(Instant now, Mapping mapping) {
    return new RowReading(mapping, today(now));
  }

  /** Which day it is then. */
  public static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  /** What became of a row. */
  public sealed interface Outcome {
    /**
     * The row can be kept.
     *
     * @param id the record's id
     */
    record Taken(String id, SourceRecord.Content content, Row.Good row) implements Outcome {}

    /** The row is kept as rejected. */
    record Refused(Row.Bad row) implements Outcome {}
  }

  /** Reads one row; {@code number} is its 1-based place among the file's rows. */
  public Outcome read(Row row, long number) {
    return switch (row) {
      case Row.Bad bad -> new Outcome.Refused(bad);
      case Row.Good good -> read(good, number);
    };
  }

  private Outcome read(Row.Good row, long number) {
    var id = id(row, number);
    if (id.isEmpty()) {
      return new Outcome.Refused(row.refused(mapping.idColumn(), "RECORD_ID_MISSING", Map.of()));
    }
    if (id.length() > RecordName.MAX_ID) {
      return new Outcome.Refused(
          row.refused(
              mapping.idColumn(),
              "RECORD_ID_LONG",
              Map.of("max", Integer.toString(RecordName.MAX_ID))));
    }
    var values = new LinkedHashMap<String, String>();
    mapping.fields().forEach((field, column) -> read(row, field, column, values));
    if (values.isEmpty()) {
      return new Outcome.Refused(row.refused("", "RECORD_EMPTY", Map.of()));
    }
    complete(values);
    return new Outcome.Taken(id, new SourceRecord.Content(values, row.values()), row);
  }

  private String id(Row.Good row, long number) {
    return mapping.idColumn().isEmpty() ? Long.toString(number) : id(row.value(mapping.idColumn()));
  }

  /** The id that a cell of the id's column gives its record. */
  public static String id(String cell) {
    return Texts.canonical(cell);
  }

  private void read(Row.Good row, String field, ColumnMapping column, Map<String, String> values) {
    var cell = row.value(column.column());
    if (!Readings.blank(cell)) {
      Readings.read(field, cell, column.format())
          .filter(value -> Readings.possible(field, value, today))
          .ifPresent(value -> values.put(field, value));
    }
  }

  /** What follows from what was said: the name as one, the year of a day. */
  private static void complete(Map<String, String> values) {
    if (!values.containsKey(Dictionary.FULL_NAME)) {
      var name = Names.display(values);
      if (!name.isEmpty()) {
        values.put(Dictionary.FULL_NAME, name);
      }
    }
    var day = values.get(Dictionary.BIRTH_DATE);
    if (day != null) {
      values.put(Dictionary.BIRTH_YEAR, day.substring(0, 4));
    }
  }
}
