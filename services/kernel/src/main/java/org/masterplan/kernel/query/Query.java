package org.masterplan.kernel.query;

import java.util.Optional;

/**
 * One page of a list, as a store is asked for it.
 *
 * @param size 1-1000
 * @param after where the page before ended, empty for the first page
 */
public record Query(Filter filter, Order order, int size, Optional<Position> after) {
  /** The first {@code size} of everything in the given order. */
  public static Query first(Order order, int size) {
    return new Query(new Filter.All(), order, size, Optional.empty());
  }
}
