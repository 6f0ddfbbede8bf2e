package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order a query asks for, and whether an index gives it. */
record SortOrder(List<IndexField> fields) {
  /** How an index gives the order. */
  enum Match {
    NONE,
    FORWARD,
    REVERSE
  }

  static SortOrder of(@Nullable Document sort) {
    List<IndexField> fields = new ArrayList<>();
    if (sort != null && !sort.containsKey("$natural")) {
      for (Map.Entry<String, Object> entry : sort.entrySet()) {
        boolean ascending = ((Number) entry.getValue()).doubleValue() > 0;
        fields.add(new IndexField(entry.getKey(), ascending));
      }
    }
    return new SortOrder(fields);
  }

  boolean isAny() {
    return fields.isEmpty();
  }

  /**
   * Whether entries ordered by {@code columns} are in this order.
   *
   * @param fixed columns that have one value throughout and so order nothing
   * @param unique no two entries are alike in all columns
   */
  Match matchedBy(List<IndexField> columns, Set<String> fixed, boolean unique) {
    Match direction = Match.NONE;
    int column = 0;
    for (IndexField field : fields) {
      if (fixed.contains(field.path())) {
        continue;
      }
      while (column < columns.size() && fixed.contains(columns.get(column).path())) {
        column++;
      }
      if (column > 0 && columns.get(column - 1).path().equals("_id")) {
        break; // unique: nothing after it can matter
      }
      if (unique && column == columns.size()) {
        break;
      }
      if (column == columns.size() || !columns.get(column).path().equals(field.path())) {
        return Match.NONE;
      }
      Match here =
          columns.get(column).ascending() == field.ascending() ? Match.FORWARD : Match.REVERSE;
      if (direction != Match.NONE && direction != here) {
        return Match.NONE;
      }
      direction = here;
      column++;
    }
    return direction == Match.NONE ? Match.FORWARD : direction;
  }
}
