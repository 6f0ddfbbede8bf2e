package org.masterplan.matching.standard;

import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.Part;
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
      case PERSON_NAME -> PersonNames::whole;
      case SURNAME -> raw -> PersonNames.part(raw, Part.SURNAME);
      case MIDDLE_NAME -> raw -> PersonNames.part(raw, Part.MIDDLE);
      case GIVEN_NAME -> raw -> PersonNames.part(raw, Part.GIVEN);
      case DATE, YEAR -> PlainStandards::date;
      case PHONE, NATIONAL_ID, POSTCODE -> PlainStandards::digits;
      case NUMBER -> PlainStandards::number;
      case EMAIL -> PlainStandards::email;
      case GENDER -> PlainStandards::gender;
      case ORGANISATION, ADDRESS, PLACE, TEXT, CODE -> PlainStandards::text;
    };
  }
}
