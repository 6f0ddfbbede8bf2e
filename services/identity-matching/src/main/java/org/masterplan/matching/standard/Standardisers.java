package org.masterplan.matching.standard;

import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Standardiser;

/** The standardiser of each field type. */
public final class Standardisers {
  /** The year as of which values are read unless another is handed in, so that runs repeat. */
  public static final int THIS_YEAR = 2026;

  private Standardisers() {}

  /**
   * The standardiser for values of a type.
   *
   * @param format how the source writes them ({@code Column.format}); empty = found by itself
   */
  public static Standardiser of(FieldType type, String format) {
    return of(type, format, THIS_YEAR);
  }

  /**
   * As above, as of a year.
   *
   * @param thisYear two digits of a year above its own are of the century before
   */
  public static Standardiser of(FieldType type, String format, int thisYear) {
    return new Settled(plain(type, format, thisYear));
  }

  /**
   * The street, ward, district or province that a standardised address line tells, in the form that
   * a column of its own would have; missing where it tells none.
   */
  public static Standardised piece(Part part, Standardised address) {
    return Addresses.piece(part, address);
  }

  private static Standardiser plain(FieldType type, String format, int thisYear) {
    return switch (type) {
      case PERSON_NAME -> PersonNames::whole;
      case SURNAME -> raw -> PersonNames.part(raw, Part.SURNAME);
      case MIDDLE_NAME -> raw -> PersonNames.part(raw, Part.MIDDLE);
      case GIVEN_NAME -> raw -> PersonNames.part(raw, Part.GIVEN);
      case ORGANISATION -> Organisations::organisation;
      case PHONE -> raw -> Phones.phone(raw, format);
      case EMAIL -> Emails::email;
      case DATE -> {
        var order = DateFormat.of(format);
        var dates = new Dates(thisYear);
        yield raw -> dates.date(raw, order);
      }
      case YEAR -> {
        var order = DateFormat.of(format);
        var dates = new Dates(thisYear);
        yield raw -> dates.year(raw, order);
      }
      case GENDER -> raw -> PlainStandards.gender(raw, format);
      case NATIONAL_ID -> new NationalIds(thisYear)::id;
      case ADDRESS -> Addresses::address;
      case PLACE -> Places::place;
      case POSTCODE -> PlainStandards::postcode;
      case NUMBER -> PlainStandards::number;
      case TEXT -> PlainStandards::text;
      case CODE -> PlainStandards::code;
    };
  }
}
