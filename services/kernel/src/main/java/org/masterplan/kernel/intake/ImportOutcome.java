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
 * @param known the first {@link #MAX_KNOWN} rows about something that was known, where that is told
 */
public record ImportOutcome(
    long imported,
    long updated,
    long unchanged,
    List<Row.Bad> rejected,
    long rejectedCount,
    String importId,
    List<Known> known) {
  /** How many rejected rows an answer carries. */
  public static final int MAX_SHOWN = 1000;

  /** How many rows about something known an answer carries. */
  public static final int MAX_KNOWN = 100;

  /** Of so many resources it is known which line of the file told of them. */
  public static final int MAX_REMEMBERED = 500_000;

  /**
   * A row about something known.
   *
   * @param resource its resource name
   * @param updated whether the row changed it
   * @param earlierLine the line of the same file that told of it last; 0 if none did, or only one
   *     after rows of {@link #MAX_REMEMBERED} others
   */
  public record Known(long line, String resource, boolean updated, long earlierLine) {}

  public ImportOutcome {
    rejected = List.copyOf(rejected);
    known = List.copyOf(known);
  }
}
