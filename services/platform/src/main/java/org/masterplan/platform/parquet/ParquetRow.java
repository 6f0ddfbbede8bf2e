package org.masterplan.platform.parquet;

import java.util.List;

/**
 * One row.
 *
 * @param cells one for each column, empty where there is no value; none of a row that is too long
 * @param column at fault, or -1
 */
public record ParquetRow(List<String> cells, Flaw flaw, int column) {
  /** Why a row cannot be taken. */
  public enum Flaw {
    NONE,
    TOO_LONG,
    UNDECODABLE
  }

  public ParquetRow {
    cells = List.copyOf(cells);
  }
}
