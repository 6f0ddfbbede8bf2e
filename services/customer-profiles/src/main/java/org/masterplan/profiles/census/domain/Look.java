package org.masterplan.profiles.census.domain;

import java.util.List;

/**
 * A profile that was drawn, and what a steward said of it.
 *
 * @param profile {@code profiles/{profile}}
 * @param records its records when it was drawn
 * @param elsewhere of each person that it holds: in how many other profiles that person stands too;
 *     empty as long as nothing was said
 */
public record Look(String profile, int records, List<Integer> elsewhere) {
  public Look {
    elsewhere = List.copyOf(elsewhere);
  }

  /** One of which nothing was said yet. */
  public static Look drawn(String profile, int records) {
    return new Look(profile, records, List.of());
  }

  /** Whether a steward said something. */
  public boolean said() {
    return !elsewhere.isEmpty();
  }

  public Size size() {
    return Size.of(records);
  }

  Look saying(List<Integer> now) {
    return new Look(profile, records, now);
  }
}
