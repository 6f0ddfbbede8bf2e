package org.masterplan.profiles.source.domain;

/**
 * The column behind one dictionary field.
 *
 * @param column its header
 * @param format how dates are written, empty for any style
 * @param confidence of a suggestion: how sure it is, 0-1
 * @param basis of a suggestion: HEADER, VALUES or BOTH; empty if a person said so
 */
public record ColumnMapping(String column, String format, double confidence, String basis) {
  /** As a person gives it. */
  public static ColumnMapping given(String column, String format) {
    return new ColumnMapping(column, format, 1, "");
  }
}
