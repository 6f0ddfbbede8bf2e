package org.masterplan.profiles.replacement.app;

import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.RejectedRows;
import org.masterplan.profiles.source.domain.LoadTally;
import org.masterplan.profiles.source.domain.Replacement.Figures;
import org.masterplan.profiles.source.domain.Source;

/**
 * Counts in the stores, not in what a load said of itself, whether every row of an old database is
 * a record or kept as rejected.
 */
final class Reconciling {
  private static final int PAGE = 1000;

  private final Records records;
  private final RejectedRows rejectedRows;

  /**
   * What was found.
   *
   * @param absent records whose rows did not come in the last load
   */
  record Found(Figures figures, long absent) {}

  Reconciling(Records records, RejectedRows rejectedRows) {
    this.records = records;
    this.rejectedRows = rejectedRows;
  }

  /** Refuses unless the old database's {@code rows} are all accounted for. */
  Found reconcile(Source source, long rows) {
    if (source.holdings().loadedAt().isEmpty()) {
      throw new WrongState("BLOCKED_LOAD", Map.of("name", source.name().toString()));
    }
    var held = records.count(source.name().id());
    return source
        .replacement()
        .lastLoad()
        .map(tally -> ofLoad(source, tally, rows, held))
        .orElseGet(() -> ofPushes(source, rows, held));
  }

  /** The last load has to be of the whole database, and all that it took still be there. */
  private Found ofLoad(Source source, LoadTally tally, long rows, long held) {
    if (tally.rows() != rows) {
      throw new WrongState(
          "RECONCILE_ROWS",
          Map.of("name", source.name().toString(), "rows", "" + rows, "read", "" + tally.rows()));
    }
    long rejected = kept(source.name().id(), tally.load());
    long taken = rows - rejected - tally.repeated();
    var figures = new Figures(tally.load(), rows, taken, rejected, tally.repeated());
    if (held < taken) {
      throw missing(source, new Figures(tally.load(), rows, held, rejected, tally.repeated()));
    }
    return new Found(figures, held - taken);
  }

  /** Programs push rows without saying how many there are: what is held has to be what they say. */
  private Found ofPushes(Source source, long rows, long held) {
    long rejected = rejectedRows.count(source.name().id());
    var figures = new Figures("", rows, held, rejected, 0);
    if (held + rejected != rows) {
      throw missing(source, figures);
    }
    return new Found(figures, 0);
  }

  private static WrongState missing(Source source, Figures held) {
    long missing = held.rows() - held.records() - held.rejected() - held.repeated();
    return new WrongState(
        "RECONCILE_RECORDS",
        Map.of(
            "name", source.name().toString(),
            "rows", "" + held.rows(),
            "records", "" + held.records(),
            "rejected", "" + held.rejected(),
            "repeated", "" + held.repeated(),
            "missing", "" + missing));
  }

  private long kept(String source, String load) {
    long kept = 0;
    var after = Optional.of(load + ".");
    while (after.isPresent()) {
      var page = rejectedRows.list(source, after.get(), PAGE);
      long own = page.stream().filter(row -> row.load().equals(load)).count();
      kept += own;
      after = own == PAGE ? Optional.of(page.getLast().id()) : Optional.empty();
    }
    return kept;
  }
}
