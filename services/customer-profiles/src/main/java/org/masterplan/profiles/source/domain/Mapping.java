package org.masterplan.profiles.source.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Formats;

/**
 * Which column of a source fills which field of the dictionary.
 *
 * @param idColumn the column of the record's id; empty: the row's number
 * @param fields by dictionary field
 * @param confirmed whether a person stands behind it
 */
public record Mapping(String idColumn, Map<String, ColumnMapping> fields, boolean confirmed) {
  /** Nothing is mapped yet. */
  public static final Mapping NONE = new Mapping("", Map.of(), false);

  public Mapping {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Whether there is anything to read by. */
  public boolean empty() {
    return fields.isEmpty();
  }

  /**
   * This mapping with a person behind it; refuses unknown fields, columns used twice and formats
   * that no value can be read by.
   */
  public Mapping confirm() {
    var violations = new ArrayList<Violation>();
    var used = new HashSet<String>();
    fields.forEach(
        (field, column) -> {
          if (!Dictionary.isField(field)) {
            violations.add(unknown(field));
          } else if (!used.add(column.column())) {
            violations.add(twice(field, column.column()));
          } else if (!Formats.valid(field, column.format())) {
            violations.add(unreadable(field, column.format()));
          }
        });
    if (!violations.isEmpty()) {
      throw new InvalidFields(violations);
    }
    return new Mapping(idColumn, fields, true);
  }

  /**
   * How rows are read by it, as one text: another one once a row could become another record, or
   * say something else. Who stands behind it, and why, is no part of it.
   */
  public String reading() {
    var text = new StringBuilder(idColumn);
    new TreeMap<>(fields)
        .forEach(
            (field, column) ->
                text.append('\n')
                    .append(field)
                    .append('\t')
                    .append(column.column())
                    .append('\t')
                    .append(column.format()));
    return text.toString();
  }

  /** The columns that it reads, that of the record's id among them. */
  public Set<String> columns() {
    var columns = new LinkedHashSet<String>();
    fields.values().forEach(each -> columns.add(each.column()));
    if (!idColumn.isEmpty()) {
      columns.add(idColumn);
    }
    return columns;
  }

  /** The columns that it reads and that are not there. */
  public Set<String> missing(Collection<String> found) {
    var missing = columns();
    found.forEach(missing::remove);
    return missing;
  }

  /** The columns that nothing reads. */
  public Set<String> unmapped(Iterable<String> columns) {
    var left = new LinkedHashSet<String>();
    columns.forEach(left::add);
    columns().forEach(left::remove);
    return left;
  }

  private static Violation unknown(String field) {
    var expected = String.join(", ", Dictionary.FIELDS) + ", number:<name>, text:<name>";
    return new Violation(
        "mapping.fields." + field, "MAPPING_FIELD", Map.of("value", field, "expected", expected));
  }

  private static Violation unreadable(String field, String format) {
    var path = "mapping.fields." + field + ".format";
    var expected = Formats.example(field);
    var about = Map.of("field", path, "value", format, "expected", expected);
    return new Violation(path, expected.isEmpty() ? "FORMAT_OF_NONE" : "FORMAT_UNREADABLE", about);
  }

  private static Violation twice(String field, String column) {
    return new Violation(
        "mapping.fields." + field, "MAPPING_COLUMN_TWICE", Map.of("value", column));
  }
}
