package org.masterplan.abandonment.domain;

/**
 * A number of people, exact or as an interval.
 *
 * @param value the best single figure
 * @param low at least so many
 * @param high at most so many
 */
public record PeopleCount(long value, long low, long high) {
  public static final PeopleCount NOBODY = new PeopleCount(0, 0, 0);

  public PeopleCount {
    if (low < 0 || value < low || high < value) {
      throw new IllegalArgumentException(
          "people: " + low + ", " + value + ", " + high + " (expected: 0 <= low <= value <= high)");
    }
  }
}
