package org.masterplan.profiles.export.domain;

/** A column of a table; any of its cells may be absent. */
public record Column(String name, Kind kind) {
  /** What its cells are. */
  public enum Kind {
    /** A {@code String}; lists have semicolons between. */
    TEXT,
    /** A {@code Long}. */
    WHOLE,
    /** An {@code Instant}. */
    MOMENT
  }
}
