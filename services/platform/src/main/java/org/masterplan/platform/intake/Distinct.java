package org.masterplan.platform.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;

/**
 * Rejects a row whose id an earlier row of the file has, because only the file's owner knows which
 * of the two is right. Looks back over a bounded number of rows; beyond it the last row wins.
 */
public final class Distinct extends ReadRows {
  private static final int MAX_REMEMBERED = 500_000;

  private final Rows rows;
  private final String field;
  private final Map<String, Long> lines = new HashMap<>();

  private Distinct(Rows rows, String field) {
    super(rows::close);
    this.rows = rows;
    this.field = field;
  }

  /** {@code rows} with every id in {@code field} only once; rows without an id pass. */
  public static Rows by(String field, Rows rows) {
    return new Distinct(rows, field);
  }

  @Override
  @Nullable Row read() {
    if (!rows.hasNext()) {
      return null;
    }
    var row = rows.next();
    return row instanceof Row.Good good && good.has(field) ? checked(good) : row;
  }

  @Override
  public List<String> columns() {
    return rows.columns();
  }

  @Override
  public boolean columnsAreFinal() {
    return rows.columnsAreFinal();
  }

  @Override
  public long bytesRead() {
    return rows.bytesRead();
  }

  private Row checked(Row.Good row) {
    var id = row.value(field);
    var earlier = lines.get(id);
    if (earlier != null) {
      return row.refused(field, "ID_TWICE", Map.of("earlier", String.valueOf(earlier)));
    }
    if (lines.size() < MAX_REMEMBERED) {
      lines.put(id, row.line());
    }
    return row;
  }
}
