package org.masterplan.matching.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.matching.record.FieldType;

/** What a column's format may say, by the type of its field. */
final class Formats {
  private static final Pattern DATE =
      Pattern.compile("(?=.*d)(?=.*M)(?=.*[yu])[dMyu]+([^\\p{L}0-9]*[dMyu]+)*([T ' ].*)?");
  private static final Pattern GENDER = Pattern.compile("(?i)(?:[mf]=\\S+)(?: [mf]=\\S+)*");
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

  private Formats() {}

  static boolean valid(FieldType type, String format) {
    return switch (type) {
      case DATE, YEAR -> DATE.matcher(format).matches();
      case GENDER -> GENDER.matcher(format).matches();
      case PHONE -> REGIONS.contains(format);
      case PERSON_NAME,
          GIVEN_NAME,
          MIDDLE_NAME,
          SURNAME,
          ORGANISATION,
          EMAIL,
          NATIONAL_ID,
          ADDRESS,
          PLACE,
          POSTCODE,
          NUMBER ->
          false;
      // Notes of the source that nothing reads, such as the format of a date kept as text.
      case TEXT, CODE -> true;
    };
  }

  static String expected(FieldType type) {
    return switch (type) {
      case DATE, YEAR -> "dd/MM/yyyy";
      case GENDER -> "M=1 F=0";
      case PHONE -> "VN";
      case PERSON_NAME,
          GIVEN_NAME,
          MIDDLE_NAME,
          SURNAME,
          ORGANISATION,
          EMAIL,
          NATIONAL_ID,
          ADDRESS,
          PLACE,
          POSTCODE,
          NUMBER,
          TEXT,
          CODE ->
          "-";
    };
  }
}
