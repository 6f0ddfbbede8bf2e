package org.masterplan.profiles.snapshot.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.export.domain.Column;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.RowColumns;

/** A person as rows of tables. */
public final class ProfileCells {
  private static final List<RowColumns.Cell> CELLS = RowColumns.of(List.of()).ofSnapshot();

  private ProfileCells() {}

  static List<Column> columns() {
    return CELLS.stream().map(RowColumns.Cell::column).toList();
  }

  /** The row of {@link Table#PROFILES}. */
  public static List<@Nullable Object> of(ExportRow row) {
    var cells = new ArrayList<@Nullable Object>(CELLS.size());
    CELLS.forEach(cell -> cells.add(cell.of(row)));
    return cells;
  }

  /** The rows of {@link Table#CROSSWALK}. */
  public static List<List<@Nullable Object>> records(ExportRow row) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var used : row.given().records()) {
      rows.add(Arrays.asList(used.source(), used.id().orElse(null), row.profile()));
    }
    return rows;
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
