package org.masterplan.profiles.census.domain;

import java.util.Optional;

/**
 * How often each person is counted.
 *
 * @param value by the number of people, and where that is not known by the number of profiles
 * @param range its 95 % interval; empty where the number of people has none
 */
public record Inflation(double value, Optional<Range> range) {
  /** From here to there. */
  public record Range(double low, double high) {}

  /** Where so much is counted of so many profiles, which are so many people. */
  public static Inflation of(long counted, long profiles, People people) {
    return people
        .bounds()
        .filter(bounds -> bounds.low() > 0 && bounds.value().isPresent())
        .map(bounds -> known(counted, bounds))
        .orElseGet(() -> new Inflation(ratio(counted, profiles), Optional.empty()));
  }

  private static Inflation known(double counted, People.Bounds bounds) {
    var range = new Range(counted / bounds.high(), counted / bounds.low());
    return new Inflation(counted / bounds.value().orElseThrow(), Optional.of(range));
  }

  private static double ratio(long counted, long profiles) {
    return profiles == 0 ? 0 : (double) counted / profiles;
  }
}
