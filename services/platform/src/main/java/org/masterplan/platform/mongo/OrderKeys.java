package org.masterplan.platform.mongo;

import java.util.Collection;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.query.Value;

/** What a stored document is ordered by: the value at a path, as a page position keeps it. */
final class OrderKeys {
  private OrderKeys() {}

  static Value of(Document document, String path) {
    Object at = document;
    for (var step : path.split("\\.")) {
      at = at instanceof Document inner ? inner.get(step) : null;
    }
    return value(at);
  }

  private static Value value(@Nullable Object stored) {
    return switch (stored) {
      case null -> new Value.Absent();
      case String text -> new Value.Text(text);
      case Number number -> new Value.Number(number.doubleValue());
      case Boolean truth -> new Value.Bool(truth);
      case Date date -> new Value.Time(date.toInstant());
      case Collection<?> many ->
          many.isEmpty() ? new Value.Absent() : value(many.iterator().next());
      default -> throw new IllegalStateException("cannot order by a " + stored.getClass());
    };
  }
}
