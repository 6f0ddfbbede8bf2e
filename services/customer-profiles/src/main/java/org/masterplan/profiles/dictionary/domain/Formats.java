package org.masterplan.profiles.dictionary.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;

/** What may be said of how a column writes its values. */
public final class Formats {
  /** Fields that are read without a format: what is said of it is a note of the source. */
  private static final Set<String> NOTED = Set.of("occupation", Dictionary.HANDLE);

  private static final String YEAR = "yyyy";
  private static final String VIETNAM = "VN";
  private static final LocalDate DAY = LocalDate.of(1987, 11, 23);

  private Formats() {}

  /** Whether values of the field can be read by it. */
  public static boolean valid(String field, String format) {
    return format.isEmpty()
        || switch (field) {
          case Dictionary.BIRTH_DATE -> readsDays(format);
          case Dictionary.BIRTH_YEAR -> format.equals(YEAR) || readsDays(format);
          case Dictionary.PHONE -> format.equals(VIETNAM);
          default -> NOTED.contains(field) || field.startsWith("text:");
        };
  }

  /** One that is valid; empty if there is none for the field. */
  public static String example(String field) {
    return switch (field) {
      case Dictionary.BIRTH_DATE, Dictionary.BIRTH_YEAR -> "dd/MM/yyyy";
      case Dictionary.PHONE -> VIETNAM;
      default -> "";
    };
  }

  /** Whether a day that is written so is read as the same day. */
  private static boolean readsDays(String format) {
    try {
      var noon = DAY.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC);
      var written = BirthDates.style(format).format(noon);
      return BirthDates.day(written, format).filter(DAY.toString()::equals).isPresent();
    } catch (DateTimeException | IllegalArgumentException _) {
      return false;
    }
  }
}
