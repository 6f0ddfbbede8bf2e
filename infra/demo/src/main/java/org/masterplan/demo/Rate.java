package org.masterplan.demo;

/**
 * The error rates of the customer records: fixed, printed, and never below the floor. They are
 * shares of all records, but for the last two, which are shares of the records that have a phone.
 */
public enum Rate {
  /** The record has no telephone number. */
  NO_PHONE(0.35, 0.38),
  /** The record has no e-mail address. */
  NO_EMAIL(0.55, 0.58),
  /** The record has no identity number. */
  NO_NATIONAL_ID(0.85, 0.90),
  /** The name is written without its marks. */
  NO_MARKS(0.30, 0.33),
  /** The middle name is left out. */
  MIDDLE_DROPPED(0.15, 0.17),
  /** The parts of the name stand in another order. */
  REORDERED(0.10, 0.12),
  /** The phone is in its old numbering or is the person's number before. */
  PHONE_CHANGED(0.08, 0.10),
  /** The phone is the household's. */
  HOUSEHOLD_PHONE(0.05, 0.065);

  private final double floor;
  private final double wanted;

  Rate(double floor, double wanted) {
    this.floor = floor;
    this.wanted = wanted;
  }

  /** What was asked for at least. */
  public double floor() {
    return floor;
  }

  /** What the generator aims at. */
  public double wanted() {
    return wanted;
  }

  boolean ofPhones() {
    return this == PHONE_CHANGED || this == HOUSEHOLD_PHONE;
  }
}
