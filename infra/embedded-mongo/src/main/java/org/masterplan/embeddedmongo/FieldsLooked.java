package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of a document's own fields a query must read to filter and to sort. */
final class FieldsLooked {
  private static final Set<String> LOGIC = Set.of("$and", "$or", "$nor");

  private FieldsLooked() {}

  /** Null = all, for conditions that may ask for anything ({@code $expr}). */
  static @Nullable Set<String> of(Document filter, @Nullable Document sort) {
    Set<String> fields = new HashSet<>();
    if (sort != null) {
      sort.keySet().forEach(path -> fields.add(root(path)));
    }
    return add(fields, filter) ? fields : null;
  }

  private static boolean add(Set<String> fields, Document filter) {
    for (Map.Entry<String, Object> entry : filter.entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith("$")) {
        fields.add(root(name));
      } else if (!LOGIC.contains(name)
          || !(entry.getValue() instanceof List<?> branches)
          || !branches.stream().allMatch(each -> each instanceof Document d && add(fields, d))) {
        return false;
      }
    }
    return true;
  }

  private static String root(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
