package org.masterplan.matching.record;

/**
 * Which side of a person a field tells of. Fields of one role are not independent of each other
 * (name parts; ward and province), so that they are weighed as one comparison.
 */
public enum Role {
  NAME,
  BIRTH,
  GENDER,
  /** A number or address that reaches the person; may be shared by a household. */
  CONTACT,
  /** An identifier that a state or a platform gives to one person. */
  IDENTIFIER,
  /** Where the person lives. */
  PLACE,
  /** Anything else that describes the person. */
  DESCRIPTION
}
