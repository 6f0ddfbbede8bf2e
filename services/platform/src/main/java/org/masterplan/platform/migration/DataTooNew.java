package org.masterplan.platform.migration;

/** The data was written by a newer program than this one. */
public final class DataTooNew extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DataTooNew(String database, int stored, int known) {
    super(
        "The data of "
            + database
            + " has schema "
            + stored
            + "; this program knows schemas up to "
            + known
            + " (expected: a program at least as new as the data).",
        null,
        false,
        false);
  }
}
