package org.masterplan.kernel.intake;

import java.util.List;

/**
 * What an import did.
 *
 * @param imported rows that made something new
 * @param updated rows that changed something known
 * @param unchanged rows that said what was known
 * @param rejected the first {@link #MAX_SHOWN} rows that were not taken; all of them are kept
 * @param rejectedCount rows that were not taken in all
 * @param importId names the import; the same file twice has the same id
 */
public record ImportOutcome(
    long imported,
    long updated,
    long unchanged,
    List<Row.Bad> rejected,
    long rejectedCount,
    String importId) {
  /** How many rejected rows an answer carries. */
  public static final int MAX_SHOWN = 1000;

  public ImportOutcome {
    rejected = List.copyOf(rejected);
  }
}
