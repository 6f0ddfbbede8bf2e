package org.masterplan.abandonment.domain;

import java.time.Instant;

/**
 * Until when a community was looked at. What was not looked at is not silent.
 *
 * @param community id of the community
 * @param until end of observation
 */
public record Observation(String community, Instant until) {
  /** Both together: whoever looked longer. */
  public Observation and(Observation other) {
    return other.until.isAfter(until) ? other : this;
  }
}
