package org.masterplan.abandonment.domain;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Customers aboard a community.
 *
 * @param declared members as the platform shows them
 * @param known members who are known to be a profile; empty if the register could not be asked
 * @param active people seen in the year before it fell silent
 * @param segments {@code segments/{segment}} the community is for
 */
public record Aboard(
    long declared, OptionalLong known, PeopleCount active, List<String> segments, Instant asOf) {
  public Aboard {
    segments = List.copyOf(segments);
  }
}
