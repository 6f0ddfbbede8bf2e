package org.masterplan.registry.resource.app;

import java.util.List;

/**
 * One step of a change feed.
 *
 * @param token where to go on, also when nothing changed
 * @param more whether another step would find something now
 */
public record Changes<T>(List<Versioned<T>> items, String token, boolean more) {
  public Changes {
    items = List.copyOf(items);
  }
}
