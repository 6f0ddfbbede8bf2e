package org.masterplan.matching.record;

/** How far a standardised value can be trusted. */
public enum Validity {
  VALID,
  /** Nothing was given: no evidence. */
  MISSING,
  /** Something stands there that means nothing ("n/a", 0900000000, 01/01/1900): no evidence. */
  PLACEHOLDER,
  /** May be read in two ways, both among the variants: evidence, but weak. */
  AMBIGUOUS,
  /** Letters are lost or could not be decoded: near to a value, never equal to one. */
  DAMAGED,
  /** Breaks the rules of its type; compared as plain text. */
  INVALID;

  /** Whether the value says anything about the person. */
  public boolean evidence() {
    return switch (this) {
      case VALID, AMBIGUOUS, DAMAGED, INVALID -> true;
      case MISSING, PLACEHOLDER -> false;
    };
  }
}
