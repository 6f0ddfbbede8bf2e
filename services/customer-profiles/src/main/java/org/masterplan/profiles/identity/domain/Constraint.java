package org.masterplan.profiles.identity.domain;

/** What a steward said about records, by number. The newest word counts. */
public sealed interface Constraint {
  /** They are one person. */
  record Together(LongSet records) implements Constraint {}

  /** No record of one side is the person of a record of the other. */
  record Apart(LongSet left, LongSet right) implements Constraint {}

  /**
   * Nobody says any more that these are one person, or that these are others than those. Only the
   * word about exactly them is taken back: what was said of more records stands.
   */
  record Unsaid(LongSet left, LongSet right) implements Constraint {}
}
