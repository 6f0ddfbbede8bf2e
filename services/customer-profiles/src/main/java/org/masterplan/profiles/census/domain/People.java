package org.masterplan.profiles.census.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many people some profiles are.
 *
 * @param profiles how many were counted
 * @param bounds empty where nobody has looked at enough of them: then at most as many people as
 *     profiles
 * @param lookedAt so many of them stewards have said something of
 */
public record People(
    long profiles, Optional<Bounds> bounds, int lookedAt, Optional<Instant> drawnAt) {
  /**
   * The 95 % interval.
   *
   * @param value empty where only bounds are told
   */
  public record Bounds(OptionalLong value, long low, long high) {}
}
