package org.masterplan.profiles.source.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.BirthDates;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.NationalIds;
import org.masterplan.profiles.dictionary.domain.Readings;

/** The filled cells of one column, and what they look like. */
record ColumnSample(String column, List<String> cells, int rows) {
  /** The answer where a sample cannot tell. */
  static final double UNKNOWN = -1;

  private static final double FILLED = 0.5;
  private static final double DISTINCT = 0.9;

  ColumnSample {
    cells = List.copyOf(cells);
  }

  /** Which part of the cells can be that field, 0-1; {@link #UNKNOWN} if values cannot tell. */
  double share(String field) {
    if (cells.isEmpty()) {
      return UNKNOWN;
    }
    return switch (field) {
      case Dictionary.EMAIL, Dictionary.GENDER -> part(field);
      case Dictionary.BIRTH_DATE -> part(c -> born(BirthDates.day(c, "")));
      case Dictionary.BIRTH_YEAR -> part(c -> c.length() <= 6 && born(BirthDates.year(c, "")));
      case Dictionary.PHONE ->
          part(c -> dialled(c) && Readings.read(Dictionary.PHONE, c, "").isPresent());
      case Dictionary.NATIONAL_ID -> part(Dictionary.NATIONAL_ID);
      case Dictionary.FULL_NAME -> part(c -> words(c) >= 2);
      case Dictionary.GIVEN_NAME, Dictionary.SURNAME, Dictionary.MIDDLE_NAME ->
          part(c -> words(c) >= 1 && words(c) <= 3);
      default -> UNKNOWN;
    };
  }

  /** Whether the cells are today's national ids, which nothing else looks like. */
  double citizenNumbers() {
    return part(c -> NationalIds.normalise(c).filter(NationalIds::isCitizenNumber).isPresent());
  }

  /** Whether rows have values of their own; a few may lack one or repeat another's by mistake. */
  boolean unique() {
    return cells.size() >= FILLED * rows && new HashSet<>(cells).size() >= DISTINCT * cells.size();
  }

  private static boolean born(Optional<String> read) {
    return read.filter(BirthDates::looksRight).isPresent();
  }

  private double part(String field) {
    return part(c -> Readings.read(field, c, "").isPresent());
  }

  private double part(java.util.function.Predicate<String> looksRight) {
    return cells.isEmpty() ? 0 : (double) cells.stream().filter(looksRight).count() / cells.size();
  }

  /** A number alone may be anything; people write 0, +84 or 84 in front of one that is dialled. */
  private static boolean dialled(String cell) {
    var plain = cell.strip();
    return plain.startsWith("0")
        || plain.startsWith("+")
        || plain.startsWith("(")
        || plain.startsWith("84") && plain.length() >= 11;
  }

  /** How many words of letters alone; -1 if there is anything else. */
  private static int words(String cell) {
    var folded = Texts.fold(cell);
    return folded.matches("[\\p{L} .'-]+") ? folded.strip().split(" +").length : -1;
  }
}
