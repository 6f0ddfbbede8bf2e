package org.masterplan.kernel.query;

/**
 * A field that a resource lets callers filter or order by.
 *
 * @param name as callers write it, lower_snake_case or lowerCamelCase, for example {@code
 *     business_unit}
 * @param kind the type of its values
 */
public record Field(String name, Kind kind) {
  /** The type of a field's values. */
  public enum Kind {
    /** Compared letter for letter: ids, enum names. */
    EXACT,
    /** Text for people: compared and ordered with case and marks folded. */
    FOLDED,
    NUMBER,
    BOOLEAN,
    TIME
  }

  public static Field exact(String name) {
    return new Field(name, Kind.EXACT);
  }

  public static Field folded(String name) {
    return new Field(name, Kind.FOLDED);
  }

  public static Field number(String name) {
    return new Field(name, Kind.NUMBER);
  }

  public static Field bool(String name) {
    return new Field(name, Kind.BOOLEAN);
  }

  public static Field time(String name) {
    return new Field(name, Kind.TIME);
  }
}
