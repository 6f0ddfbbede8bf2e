package org.masterplan.profiles.export.parquet;

import java.util.List;
import org.masterplan.platform.parquet.ParquetColumn;
import org.masterplan.profiles.export.domain.Column;

/** Columns as Parquet files have them. */
public final class ParquetColumns {
  private ParquetColumns() {}

  /** A file's schema. */
  public static List<ParquetColumn> of(List<Column> columns) {
    return columns.stream().map(ParquetColumns::of).toList();
  }

  private static ParquetColumn of(Column column) {
    return switch (column.kind()) {
      case TEXT -> ParquetColumn.text(column.name());
      case WHOLE -> ParquetColumn.whole(column.name());
      case MOMENT -> ParquetColumn.moment(column.name());
    };
  }
}
