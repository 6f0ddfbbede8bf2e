package org.masterplan.platform.page;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.List;
import java.util.Map;
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
 * @param words the words that a field of fixed ones may be compared with, by field name
 */
public record Listing(
    String method,
    List<Field> fields,
    List<Field> sortable,
    Order order,
    int defaultSize,
    int maxSize,
    Map<String, List<String>> words) {
  public Listing {
    fields = List.copyOf(fields);
    sortable = List.copyOf(sortable);
    words = Map.copyOf(words);
  }

  /** A list of sizes of its own, whose fields take any text. */
  public Listing(
      String method,
      List<Field> fields,
      List<Field> sortable,
      Order order,
      int defaultSize,
      int maxSize) {
    this(method, fields, sortable, order, defaultSize, maxSize, Map.of());
  }

  /** The usual sizes: 50, at most 200. */
  public static Listing of(String method, List<Field> fields, List<Field> sortable, Order order) {
    return new Listing(method, fields, sortable, order, 50, 200);
  }

  /**
   * The same list, of these: what the contract declares as an enumeration may be compared with its
   * words only.
   */
  public Listing of(Descriptor resource) {
    return new Listing(
        method, fields, sortable, order, defaultSize, maxSize, Enumerations.of(resource, fields));
  }
}
