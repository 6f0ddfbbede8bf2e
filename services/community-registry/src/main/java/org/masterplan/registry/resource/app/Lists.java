package org.masterplan.registry.resource.app;

import java.util.function.Consumer;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Query;

/** Walks a whole list page by page, so that no list is ever held at once. */
public final class Lists {
  private static final int PAGE = 200;

  private Lists() {}

  /** Hands every matching resource to {@code each}, in that order. */
  public static <T> void each(
      Resources<T> resources, Filter filter, Order order, Consumer<Versioned<T>> each) {
    var query = new Query(filter, order, PAGE, java.util.Optional.empty());
    while (true) {
      var slice = resources.page(query);
      slice.items().forEach(each);
      if (slice.next().isEmpty()) {
        return;
      }
      query = new Query(filter, order, PAGE, slice.next());
    }
  }
}
