package org.masterplan.platform.page;

import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.query.FilterParser;
import org.masterplan.platform.query.OrderParser;

/** Turns a list request into a query, and a slice's end into the next page's token. */
public final class Paging {
  private Paging() {}

  /**
   * The query for a request: page size 0 means the default, more than the maximum means the
   * maximum, negative is refused; a token of another query is refused.
   */
  public static Query query(ListRequest request, Listing listing) {
    var filter = FilterParser.parse(request.filter(), listing.fields(), listing.words());
    var order = OrderParser.parse(request.orderBy(), listing.sortable(), listing.order());
    return new Query(filter, order, size(request, listing), position(request, listing));
  }

  /** The token of the page after {@code slice}; empty after the last. */
  public static String token(ListRequest request, Listing listing, Slice<?> slice) {
    return slice.next().map(p -> PageToken.write(p, binding(request, listing))).orElse("");
  }

  private static int size(ListRequest request, Listing listing) {
    if (request.pageSize() < 0) {
      throw InvalidFields.of(
          "page_size", "PAGE_SIZE", Map.of("value", Integer.toString(request.pageSize())));
    }
    return request.pageSize() == 0
        ? listing.defaultSize()
        : Math.min(request.pageSize(), listing.maxSize());
  }

  private static Optional<Position> position(ListRequest request, Listing listing) {
    return request.pageToken().isEmpty()
        ? Optional.empty()
        : Optional.of(PageToken.read(request.pageToken(), binding(request, listing)));
  }

  private static String binding(ListRequest request, Listing listing) {
    return String.join(
        "\u0000", listing.method(), request.scope(), request.filter(), request.orderBy());
  }
}
