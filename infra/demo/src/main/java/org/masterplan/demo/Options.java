package org.masterplan.demo;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to generate.
 *
 * @param people how many true persons, 1,000 to 1,000,000
 * @param seed the same seed gives the same bytes
 * @param out a folder that is absent or empty
 * @param now the day on which the company is looked at
 */
public record Options(int people, long seed, Path out, LocalDate now) {
  /** The size of the demonstration. */
  public static final int DEFAULT_PEOPLE = 12_000;

  /** The day of the demonstration. */
  public static final LocalDate DEFAULT_NOW = LocalDate.of(2026, 11, 21);

  /** Refuses sizes outside the bounds. */
  public Options {
    if (!isSize(people)) {
      throw new IllegalArgumentException("people: " + people + " (expected: 1000 to 1000000)");
    }
    if (!isDay(now)) {
      throw new IllegalArgumentException("now: " + now + " (expected: 2026 to 2029)");
    }
  }

  /** Whether so many people can be made up. */
  public static boolean isSize(int people) {
    return people >= 1_000 && people <= 1_000_000;
  }

  /** Whether the company can be looked at on that day: the generator knows its lunar year. */
  public static boolean isDay(LocalDate day) {
    return day.getYear() >= 2026 && day.getYear() <= 2029;
  }

  /** That day, or where it cannot be had the day of the demonstration. */
  public static LocalDate dayOrDefault(LocalDate day) {
    return isDay(day) ? day : DEFAULT_NOW;
  }

  /** On the day of the demonstration. */
  public Options(int people, long seed, Path out) {
    this(people, seed, out, DEFAULT_NOW);
  }
}
