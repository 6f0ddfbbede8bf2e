package org.masterplan.profiles.export.domain;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
  public static final String MORE = "more";

  /** For those fields; all if none is named. */
  public static RowColumns of(List<String> wanted) {
    if (wanted.isEmpty()) {
      return new RowColumns(Dictionary.FIELDS, true);
    }
    return new RowColumns(
        Dictionary.FIELDS.stream().filter(wanted::contains).toList(),
        !Dictionary.FIELDS.containsAll(wanted));
  }

  /** What a person says in the fields that sources named themselves. */
  public SortedMap<String, String> further(ExportRow row) {
    var more = new TreeMap<>(row.values());
    Dictionary.FIELDS.forEach(more::remove);
    return more;
  }

  /** The same as text: {@code text:size=M; number:children=2}. */
  public String furtherText(ExportRow row) {
    return further(row).entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("; "));
  }
}
