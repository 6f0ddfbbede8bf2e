package org.masterplan.matching.mapping;

/**
 * What a column seems to be.
 *
 * @param field of the dictionary, or {@code id}
 * @param format how its values are written, empty if nothing had to be found out
 * @param confidence 0 to 1
 */
public record Guess(String column, String field, String format, double confidence, Basis basis) {
  /** What a guess rests on. */
  public enum Basis {
    HEADER,
    VALUES,
    BOTH
  }
}
