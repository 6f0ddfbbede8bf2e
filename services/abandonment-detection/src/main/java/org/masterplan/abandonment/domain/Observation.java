package org.masterplan.abandonment.domain;

import java.time.Instant;

/**
 * Until when a community was looked at. What was not looked at is not silent.
 *
 * @param community id of the community
 * @param until end of observation
 * @param stated whether somebody said so; else it is the last that was seen there
 */
public record Observation(String community, Instant until, boolean stated) {
  /** Somebody says until when it was looked at. */
  public static Observation stated(String community, Instant until) {
    return new Observation(community, until, true);
  }

  /** Nobody says until when it was looked at, but then something was seen there. */
  public static Observation seen(String community, Instant last) {
    return new Observation(community, last, false);
  }

  /** Both together: what was stated, before what was merely seen; of two alike, the later. */
  public Observation and(Observation other) {
    if (stated != other.stated) {
      return stated ? this : other;
    }
    return other.until.isAfter(until) ? other : this;
  }
}
