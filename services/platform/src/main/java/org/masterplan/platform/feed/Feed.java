package org.masterplan.platform.feed;

import java.util.List;
import java.util.Map;

/**
 * Another service's change feed, and what is kept of it here.
 *
 * @param <T> an item; deleted ones come as tombstones
 */
public interface Feed<T> {
  /**
   * Names the feed, for its stored token and its metric: for example {@code registry-communities}.
   */
  String name();

  /** What changed after the token; an empty token starts at the beginning. */
  Step<T> changes(String token, int limit);

  /** Takes an item. Idempotent, and it may come again after a newer one of the same name. */
  void apply(T item);

  /** Count and hash of what the other service has, by bucket; empty if it cannot tell. */
  default Map<Integer, Digest> there() {
    return Map.of();
  }

  /** The same of what is kept here. */
  default Map<Integer, Digest> here() {
    return Map.of();
  }

  /** Some changes. {@code more}: whether there are further ones already. */
  record Step<T>(List<T> items, String token, boolean more) {}
}
