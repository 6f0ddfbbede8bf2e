package org.masterplan.kernel.query;

/**
 * A field that a resource lets callers filter or order by.
 *
 * @param name as callers write it, lower_snake_case or lowerCamelCase, for example {@code
 *     business_unit}
 * @param kind the type of its values
 * @param collection whose resources' full names its values are; empty if they are none
 */
public record Field(String name, Kind kind, String collection) {
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

  /** Of values that are no names. */
  private Field(String name, Kind kind) {
    this(name, kind, "");
  }

  public static Field exact(String name) {
    return new Field(name, Kind.EXACT);
  }

  /** Of full names of that collection's resources. */
  public static Field named(String name, String collection) {
    return new Field(name, Kind.EXACT, collection);
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
