package org.masterplan.profiles.export.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.dictionary.domain.Dictionary;

/**
 * The columns of a file: a person's names, a column for each field of the dictionary that is
 * wanted, one for the fields that sources named themselves, and what is known around them.
 *
 * @param fields fields of the dictionary, in the order in which people read them
 * @param further whether fields that sources named themselves are wanted
 */
public record RowColumns(List<String> fields, boolean further) {
  /** How the column of fields is called that sources named themselves. */
  private static final String MORE = "more";

  /** A column, and what a person has in it. */
  public record Cell(Column column, Reading reading) {
    /** Of the column's kind; null where there is nothing. */
    public @Nullable Object of(ExportRow row) {
      return reading.of(row);
    }
  }

  /** How a cell is read. */
  @FunctionalInterface
  public interface Reading {
    @Nullable Object of(ExportRow row);
  }

  /** For those fields; all if none is named. */
  public static RowColumns of(List<String> wanted) {
    if (wanted.isEmpty()) {
      return new RowColumns(Dictionary.FIELDS, true);
    }
    return new RowColumns(
        Dictionary.FIELDS.stream().filter(wanted::contains).toList(),
        !Dictionary.FIELDS.containsAll(wanted));
  }

  /** A file's, in their order. */
  public List<Cell> ofFile() {
    var cells = person();
    cells.add(texts("records", row -> row.given().recordNames()));
    cells.add(texts("consents", ExportRow::consentTexts));
    cells.add(texts("segments", ExportRow::segments));
    cells.addAll(ends());
    return cells;
  }

  /** A snapshot's, in their order: consents are a table there, and records another. */
  public List<Cell> ofSnapshot() {
    var cells = person();
    cells.add(texts("segments", ExportRow::segments));
    cells.add(whole("records", row -> row.given().records().size()));
    cells.addAll(ends());
    return cells;
  }

  private List<Cell> person() {
    var cells = new ArrayList<Cell>();
    cells.add(text("profile", ExportRow::profile));
    cells.add(texts("aliases", ExportRow::aliases));
    fields.forEach(field -> cells.add(text(field, row -> row.values().get(field))));
    if (further) {
      cells.add(text(MORE, this::furtherText));
    }
    return cells;
  }

  private static List<Cell> ends() {
    return List.of(
        moment("createTime", ExportRow::createdAt),
        moment("updateTime", ExportRow::updatedAt),
        whole("leftOut", row -> row.given().leftOut()));
  }

  private static Cell text(String name, Reading of) {
    return new Cell(new Column(name, Column.Kind.TEXT), of);
  }

  private static Cell texts(String name, Function<ExportRow, List<String>> of) {
    return text(name, row -> orNull(String.join(";", of.apply(row))));
  }

  private static Cell whole(String name, Function<ExportRow, Integer> of) {
    return new Cell(new Column(name, Column.Kind.WHOLE), row -> of.apply(row).longValue());
  }

  private static Cell moment(String name, Function<ExportRow, Instant> of) {
    return new Cell(new Column(name, Column.Kind.MOMENT), of::apply);
  }

  /** What a person says in the fields that sources named themselves. */
  public SortedMap<String, String> further(ExportRow row) {
    var more = new TreeMap<>(row.values());
    Dictionary.FIELDS.forEach(more::remove);
    return more;
  }

  /** The same as text: {@code text:size=M; number:children=2}. */
  private @Nullable String furtherText(ExportRow row) {
    return orNull(
        further(row).entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("; ")));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
