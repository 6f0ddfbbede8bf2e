package org.masterplan.profiles.profile.app;

import java.util.List;
import java.util.Map;
import org.masterplan.kernel.query.Filter;

/** The plan's customer segments, as the registry defines them. */
public interface Segments {
  /**
   * A segment.
   *
   * @param name {@code segments/{segment}}
   * @param filter who belongs to it, over {@link CardFields}
   */
  record Segment(String name, Filter filter) {}

  /**
   * All that can be read; throws {@code Unavailable} if the registry never answered. Of another one
   * nobody knows who belongs to it.
   */
  List<Segment> all();

  /** What the others say of whom they hold, by name: nothing, or what cannot be read. */
  default Map<String, String> unreadable() {
    return Map.of();
  }
}
