package org.masterplan.profiles.profile.app;

import java.util.List;
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

  /** All of them; throws {@code Unavailable} if the registry never answered. */
  List<Segment> all();
}
