package org.masterplan.profiles.dictionary.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.text.Texts;

/** Reads a cell as what its field should be. */
public final class Readings {
  /** The forms of a gender. */
  public static final List<String> GENDERS = List.of("MALE", "FEMALE");

  private static final Set<String> MALE = Set.of("nam", "male", "m", "man", "trai", "ong", "anh");
  private static final Set<String> FEMALE =
      Set.of("nu", "female", "f", "woman", "gai", "ba", "chi", "co");
  private static final Set<String> NOTHING =
      Set.of("", "-", "--", "n/a", "na", "null", "none", "#n/a", "khong co", "khong", "chua ro");
  private static final int MAX_LENGTH = 500;

  private Readings() {}

  /** Whether the cell says nothing. */
  public static boolean blank(String cell) {
    return cell.length() < 10 && NOTHING.contains(Texts.fold(cell));
  }

  /** The cell in the field's one form; empty if it cannot be read as such. */
  public static Optional<String> read(String field, String cell, String format) {
    return switch (field) {
      case Dictionary.PHONE -> PhoneNumbers.normalise(cell);
      case Dictionary.EMAIL -> Emails.normalise(cell);
      case Dictionary.NATIONAL_ID -> NationalIds.normalise(cell);
      case Dictionary.BIRTH_DATE -> BirthDates.day(cell, format);
      case Dictionary.BIRTH_YEAR -> BirthDates.year(cell, format);
      case Dictionary.GENDER -> gender(cell);
      case Dictionary.HANDLE -> handle(cell);
      default -> field.startsWith("number:") ? number(cell) : text(cell);
    };
  }

  /** Whether what was read of that field can be so today: nobody is born tomorrow. */
  public static boolean possible(String field, String read, LocalDate today) {
    return switch (field) {
      case Dictionary.BIRTH_DATE, Dictionary.BIRTH_YEAR -> BirthDates.possible(read, today);
      default -> true;
    };
  }

  private static Optional<String> gender(String cell) {
    var folded = Texts.fold(cell);
    if (MALE.contains(folded)) {
      return Optional.of(GENDERS.getFirst());
    }
    return FEMALE.contains(folded) ? Optional.of(GENDERS.getLast()) : Optional.empty();
  }

  private static Optional<String> handle(String cell) {
    var plain = Texts.canonical(cell).replaceFirst("^@", "").toLowerCase(java.util.Locale.ROOT);
    return plain.isEmpty() || plain.length() > 200 ? Optional.empty() : Optional.of(plain);
  }

  private static Optional<String> number(String cell) {
    var plain = cell.strip().replace(" ", "");
    return plain.matches("-?[0-9]{1,18}([.,][0-9]{1,9})?") ? Optional.of(plain) : Optional.empty();
  }

  private static Optional<String> text(String cell) {
    var plain = Texts.canonical(cell);
    return plain.isEmpty() || plain.length() > MAX_LENGTH ? Optional.empty() : Optional.of(plain);
  }
}
