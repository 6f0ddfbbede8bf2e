package org.masterplan.demo;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** The two seasons of the company's year. */
final class Season {
  /** First days of the lunar year. */
  private static final List<LocalDate> TET =
      List.of(
          LocalDate.of(2022, 2, 1),
          LocalDate.of(2023, 1, 22),
          LocalDate.of(2024, 2, 10),
          LocalDate.of(2025, 1, 29),
          LocalDate.of(2026, 2, 17),
          LocalDate.of(2027, 2, 6),
          LocalDate.of(2028, 1, 26),
          LocalDate.of(2029, 2, 13),
          LocalDate.of(2030, 2, 3));

  private static final MonthDay SCHOOL_FROM = MonthDay.of(7, 20);
  private static final MonthDay SCHOOL_UNTIL = MonthDay.of(9, 15);

  private Season() {}

  /** From six weeks before the lunar new year to ten days after. */
  static boolean tet(LocalDate day) {
    return TET.stream().anyMatch(t -> day.isAfter(t.minusDays(45)) && day.isBefore(t.plusDays(10)));
  }

  static boolean school(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    return date.isAfter(SCHOOL_FROM) && date.isBefore(SCHOOL_UNTIL);
  }
}
