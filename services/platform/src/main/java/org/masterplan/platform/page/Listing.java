package org.masterplan.platform.page;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;

/**
 * What a list method lets callers ask for.
 *
 * @param method the method's name, which page tokens are bound to
 * @param fields what may be filtered by
 * @param sortable what may be ordered by
 * @param order the order if none is asked for
 * @param defaultSize page size if none is asked for
 * @param maxSize larger sizes are cut to this
 */
public record Listing(
    String method,
    List<Field> fields,
    List<Field> sortable,
    Order order,
    int defaultSize,
    int maxSize) {
  public Listing {
    fields = List.copyOf(fields);
    sortable = List.copyOf(sortable);
  }

  /** The usual sizes: 50, at most 200. */
  public static Listing of(String method, List<Field> fields, List<Field> sortable, Order order) {
    return new Listing(method, fields, sortable, order, 50, 200);
  }
}
