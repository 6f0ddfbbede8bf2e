package org.masterplan.matching.standard;

import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.Standardiser;

/** The standardiser of each field type. */
public final class Standardisers {
  private Standardisers() {}

  /**
   * The standardiser for values of a type.
   *
   * @param format how the source writes them ({@code Column.format}); empty = found by itself
   */
  public static Standardiser of(FieldType type, String format) {
    return switch (type) {
      case PERSON_NAME -> PlainStandards::fullName;
      case DATE, YEAR -> PlainStandards::date;
      case PHONE, NATIONAL_ID, POSTCODE -> PlainStandards::digits;
      case NUMBER -> PlainStandards::number;
      case EMAIL -> PlainStandards::email;
      case GENDER -> PlainStandards::gender;
      case GIVEN_NAME, MIDDLE_NAME, SURNAME, ORGANISATION, ADDRESS, PLACE, TEXT, CODE ->
          PlainStandards::text;
    };
  }
}
