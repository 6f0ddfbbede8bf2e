package org.masterplan.profiles.snapshot.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.RowColumns;

/** A person as rows of tables. */
public final class ProfileCells {
  private static final RowColumns ALL = RowColumns.of(List.of());

  private ProfileCells() {}

  /** The row of {@link Table#PROFILES}. */
  public static List<@Nullable Object> of(ExportRow row) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(row.profile());
    cells.add(list(row.aliases()));
    Dictionary.FIELDS.forEach(field -> cells.add(row.values().get(field)));
    var more = ALL.furtherText(row);
    cells.add(more.isEmpty() ? null : more);
    cells.add(list(row.segments()));
    cells.add((long) row.given().records().size());
    cells.add(row.createdAt());
    cells.add(row.updatedAt());
    cells.add((long) row.given().leftOut());
    return cells;
  }

  /** The rows of {@link Table#CONSENTS}. */
  public static List<List<@Nullable Object>> consents(ExportRow row) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var word : row.consents()) {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(row.profile());
      cells.add(word.purpose());
      cells.add(word.channel());
      cells.add(word.state().name());
      cells.add(word.time());
      rows.add(cells);
    }
    return rows;
  }

  /** Items with semicolons between; null if there are none. */
  public static @Nullable String list(List<String> items) {
    return items.isEmpty() ? null : String.join(";", items);
  }
}
