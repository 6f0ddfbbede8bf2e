package org.masterplan.profiles.identity.domain;

/** What a steward said about records, by number. The newest word counts. */
public sealed interface Constraint {
  /** They are one person. */
  record Together(LongSet records) implements Constraint {}

  /** No record of one side is the person of a record of the other. */
  record Apart(LongSet left, LongSet right) implements Constraint {}
}
