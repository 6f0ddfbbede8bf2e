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
    return new Settled(plain(type, format));
  }

  private static Standardiser plain(FieldType type, String format) {
    return switch (type) {
      case PERSON_NAME -> PersonNames::whole;
      case SURNAME -> raw -> PersonNames.part(raw, Part.SURNAME);
      case MIDDLE_NAME -> raw -> PersonNames.part(raw, Part.MIDDLE);
      case GIVEN_NAME -> raw -> PersonNames.part(raw, Part.GIVEN);
      case ORGANISATION -> Organisations::organisation;
      case PHONE -> raw -> Phones.phone(raw, format);
      case EMAIL -> Emails::email;
      case DATE -> {
        var dates = DateFormat.of(format);
        yield raw -> Dates.date(raw, dates);
      }
      case YEAR -> {
        var dates = DateFormat.of(format);
        yield raw -> Dates.year(raw, dates);
      }
      case GENDER -> raw -> PlainStandards.gender(raw, format);
      case NATIONAL_ID -> NationalIds::id;
      case ADDRESS -> Addresses::address;
      case PLACE -> Places::place;
      case POSTCODE -> PlainStandards::postcode;
      case NUMBER -> PlainStandards::number;
      case TEXT -> PlainStandards::text;
      case CODE -> PlainStandards::code;
    };
  }
}
