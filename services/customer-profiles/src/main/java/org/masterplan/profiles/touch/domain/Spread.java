package org.masterplan.profiles.touch.domain;

import java.util.List;

/** How many people are touched by how many units. */
public final class Spread {
  private static final List<Band> BANDS =
      List.of(
          new Band(0, 0),
          new Band(1, 1),
          new Band(2, 2),
          new Band(3, 4),
          new Band(5, Integer.MAX_VALUE));

  private final long[] people = new long[BANDS.size()];

  /** From so many units to so many. */
  public record Band(int from, int to) {
    private boolean has(int units) {
      return units >= from && units <= to;
    }

    /** Whether it has an upper end. */
    public boolean ends() {
      return to < Integer.MAX_VALUE;
    }
  }

  /** Counts somebody whom so many units touched. */
  public void add(int units) {
    for (int i = 0; i < people.length; i++) {
      people[i] += BANDS.get(i).has(units) ? 1 : 0;
    }
  }

  /** The bands, fewest units first. */
  public static List<Band> bands() {
    return BANDS;
  }

  /** Such people. */
  public long people(Band band) {
    return people[BANDS.indexOf(band)];
  }
}
