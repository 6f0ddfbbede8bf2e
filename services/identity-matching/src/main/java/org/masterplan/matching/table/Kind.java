package org.masterplan.matching.table;

/** What a feature compares; decides its levels and its keys. */
public enum Kind {
  GIVEN,
  MIDDLE,
  SURNAME,
  BIRTH,
  PHONE,
  EMAIL,
  ID,
  CODE,
  ADDRESS,
  PLACE,
  POSTCODE,
  ORGANISATION,
  NUMBER,
  TEXT,
  GENDER;

  /** A part of a person's name. */
  public boolean partOfName() {
    return this == GIVEN || this == MIDDLE || this == SURNAME;
  }
}
