package org.masterplan.matching.record;

/**
 * A source's column.
 *
 * @param format how its values are written, such as {@code dd/MM/yyyy}; empty = found by itself
 */
public record Column(String name, String format) {
  public Column(String name) {
    this(name, "");
  }
}
