package org.masterplan.matching.record;

/** A named piece of a standardised value. */
public enum Part {
  /** Of names; folded, single spaces. */
  SURNAME,
  MIDDLE,
  GIVEN,
  TITLE,
  /** Of dates and of ids that carry them; four digits. */
  YEAR,
  /** Two digits. */
  MONTH,
  /** Two digits. */
  DAY,
  /** Of ids that carry it, and of gender: {@code m} or {@code f}. */
  SEX,
  /** CMND, CCCD or OTHER; MOBILE, LANDLINE or OTHER. */
  KIND,
  /** Of e-mails, folded, without tags; of handles without separators and platform. */
  LOCAL,
  DOMAIN,
  /** Of addresses: house number. */
  NUMBER,
  STREET,
  WARD,
  DISTRICT,
  PROVINCE
}
