package org.masterplan.matching.record;

/** What a field holds. The type alone decides how it is standardised, keyed and compared. */
public enum FieldType {
  /** A whole name of a person, in any order of its parts. */
  PERSON_NAME,
  /** The given name alone. */
  GIVEN_NAME,
  /** The middle name alone (Vietnamese tên đệm). */
  MIDDLE_NAME,
  /** The family name alone. */
  SURNAME,
  ORGANISATION,
  /** A telephone number, or several in one cell. */
  PHONE,
  EMAIL,
  /** A birth date; one with the year alone is allowed. */
  DATE,
  /** A birth year. */
  YEAR,
  GENDER,
  /** A national id: CMND, CCCD, or any other number that a state gives to one person. */
  NATIONAL_ID,
  /** House number and street, or a whole address line. */
  ADDRESS,
  /** A named place: ward, district, province, city, country, birth place. */
  PLACE,
  POSTCODE,
  NUMBER,
  /** Free text, such as an occupation. */
  TEXT,
  /** A code compared as a whole, such as a handle on a platform. */
  CODE
}
