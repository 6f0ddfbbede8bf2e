package org.masterplan.matching.model;

import java.util.function.ToIntFunction;
import org.masterplan.matching.table.Table;
import org.masterplan.matching.table.Value;

/** What each value of a column tells, as a number found once; 0 where it tells nothing. */
final class Facts {
  private final Table table;
  private final int column;
  private final ToIntFunction<Value> tells;
  private final int[] known;

  /**
   * Of all values that the table has now; those that come later are asked each time.
   *
   * @param column -1 where the table has none
   */
  Facts(Table table, int column, ToIntFunction<Value> tells) {
    this.table = table;
    this.column = column;
    this.tells = tells;
    this.known = new int[column < 0 ? 0 : table.columns().get(column).distinct()];
    for (int code = 1; code < known.length; code++) {
      known[code] = tells.applyAsInt(table.columns().get(column).value(code));
    }
  }

  int of(int record) {
    if (column < 0) {
      return 0;
    }
    int code = table.code(column, record);
    return code < known.length
        ? known[code]
        : tells.applyAsInt(table.columns().get(column).value(code));
  }
}
