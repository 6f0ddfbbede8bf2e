package org.masterplan.matching.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Standardiser;
import org.masterplan.matching.record.Validity;
import org.masterplan.matching.standard.Letters;
import org.masterplan.matching.standard.Standardisers;

/**
 * What a column's values say about what it is.
 *
 * @param cells those of the sample that are not empty
 * @param rows how many rows the sample has
 */
record ColumnValues(List<String> cells, int rows) {
  private static final double FILLED = 0.98;
  private static final double DISTINCT = 0.98;
  private static final double EARLY = 0.1;

  /** Of fewer rows every one tells. */
  private static final int SHORT = 20;

  private static final int FEW_ODD = 2;
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M} .'’-]+");
  private static final Pattern GENDER_CODE = Pattern.compile("[0-2](?:\\.0)?");
  private static final Pattern ID_DIGITS = Pattern.compile("[0-9]{6,12}(?:\\.0)?");

  /** The part of the cells that can be that field, 0 to 1; empty if values cannot tell. */
  OptionalDouble share(String field) {
    if (cells.isEmpty()) {
      return OptionalDouble.empty();
    }
    return switch (field) {
      case "email" -> part(field, v -> v.validity() == Validity.VALID || v.raw().indexOf('@') > 0);
      case "gender" ->
          OptionalDouble.of(part(c -> GENDER_CODE.matcher(c.strip()).matches() || sex(c)));
      case "birthDate" -> part(field, v -> !v.part(Part.DAY).isEmpty() && lived(v));
      case "birthYear" -> part(field, v -> v.raw().strip().length() <= 6 && lived(v));
      case "phone" -> OptionalDouble.of(part(c -> dialled(c) && digits(c) >= 8 && digits(c) <= 26));
      case "nationalId" ->
          OptionalDouble.of(part(c -> ID_DIGITS.matcher(c.strip()).matches() || citizen(c)));
      case "fullName" -> OptionalDouble.of(part(c -> words(c) >= 2));
      case "givenName", "surname", "middleName" ->
          OptionalDouble.of(part(c -> words(c) >= 1 && words(c) <= 3));
      default -> OptionalDouble.empty();
    };
  }

  /** As {@link #share}, where no header helps: only what nothing else looks like. */
  double sureShare(String field) {
    return switch (field) {
      case "nationalId" -> part(ColumnValues::citizen);
      case "phone" ->
          part(c -> dialled(c) && Character.isDigit(c.charAt(c.length() - 1)) && phone(c));
      case "birthDate" -> early() ? share(field).orElse(0) : 0;
      case "province" -> part(c -> !value("province", c).part(Part.PROVINCE).isEmpty());
      default -> share(field).orElse(0);
    };
  }

  /** Whether rows have values of their own; a few may lack one or repeat another's by mistake. */
  boolean unique() {
    int missing = rows - cells.size();
    int again = cells.size() - new HashSet<>(cells).size();
    return missing <= odd(1 - FILLED) && again <= odd(1 - DISTINCT);
  }

  /** Rows that may be odd; a short list has as many odd ones as a long one's sample is let have. */
  private double odd(double share) {
    return rows < SHORT ? 0 : Math.max(FEW_ODD, share * rows);
  }

  Stream<Standardised> values(String field, String format) {
    Standardiser standardiser = Standardisers.of(Field.of(field).type(), format);
    return cells.stream().map(standardiser::standardise);
  }

  /** Customers are registered these days, but born long before. */
  private boolean early() {
    long early =
        values("birthDate", "").filter(v -> v.part(Part.YEAR).compareTo("1990") < 0).count();
    return early >= EARLY * cells.size();
  }

  private double part(Predicate<String> looksRight) {
    return cells.isEmpty() ? 0 : (double) cells.stream().filter(looksRight).count() / cells.size();
  }

  private OptionalDouble part(String field, Predicate<Standardised> looksRight) {
    return OptionalDouble.of((double) values(field, "").filter(looksRight).count() / cells.size());
  }

  private static Standardised value(String field, String cell) {
    return Standardisers.of(Field.of(field).type(), "").standardise(cell);
  }

  private static boolean sex(String cell) {
    return !value("gender", cell).part(Part.SEX).isEmpty();
  }

  private static boolean citizen(String cell) {
    return value("nationalId", cell).part(Part.KIND).equals("CCCD");
  }

  private static boolean phone(String cell) {
    var validity = value("phone", cell).validity();
    return validity == Validity.VALID || validity == Validity.AMBIGUOUS;
  }

  private static boolean lived(Standardised value) {
    var year = value.part(Part.YEAR);
    return year.compareTo("1900") > 0 && year.compareTo("2100") < 0;
  }

  /** A number alone may be anything; people write 0, +84 or 84 in front of one that is dialled. */
  private static boolean dialled(String cell) {
    var plain = cell.strip();
    return plain.startsWith("0")
        || plain.startsWith("+")
        || plain.startsWith("(")
        || plain.startsWith("84")
        || digits(cell) == 9 && words(cell) < 0;
  }

  private static long digits(String cell) {
    return cell.chars().filter(Character::isDigit).count();
  }

  /** How many words of letters alone; -1 if there is anything else. */
  private static int words(String cell) {
    return LETTERS.matcher(cell).matches() ? Letters.fold(cell).split(" ").length : -1;
  }
}
