package org.masterplan.gateway.console;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Communities in a table, and what is said of all of them.
 *
 * @param asOfTime when they were read
 * @param cut whether there are more than were read
 * @param told whether it could be asked which of them are observed
 */
public record CommunityRows(List<CommunityRow> rows, Instant asOfTime, boolean cut, boolean told) {
  public CommunityRows {
    rows = List.copyOf(rows);
  }

  /** How many of them are live or paused. */
  public long living() {
    return rows.stream().filter(CommunityRow::isLiving).count();
  }

  /** How many of those are observed. */
  public long observed() {
    return rows.stream().filter(row -> row.isLiving() && row.observed()).count();
  }

  CommunityRows only(Predicate<CommunityRow> wanted) {
    return new CommunityRows(rows.stream().filter(wanted).toList(), asOfTime, cut, told);
  }
}
