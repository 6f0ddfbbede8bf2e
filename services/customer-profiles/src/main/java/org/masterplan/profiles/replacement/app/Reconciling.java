package org.masterplan.profiles.replacement.app;

import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.RejectedRows;
import org.masterplan.profiles.source.app.UnderWay;
import org.masterplan.profiles.source.domain.LoadTally;
import org.masterplan.profiles.source.domain.Replacement.Figures;
import org.masterplan.profiles.source.domain.Source;

/**
 * Whether every row of an old database is a record or kept as rejected. How many rows came, how
 * many of them repeat others, and which records they are not of, the load has counted at its end;
 * what is held of them is counted in the stores. Rows that were pushed after it count as its own.
 */
final class Reconciling {
  private static final int PAGE = 1000;

  private final Records records;
  private final RejectedRows rejectedRows;
  private final UnderWay underWay;

  /**
   * What was found.
   *
   * @param absent records whose rows did not come in the last load
   */
  record Found(Figures figures, long absent) {}

  Reconciling(Records records, RejectedRows rejectedRows, UnderWay underWay) {
    this.records = records;
    this.rejectedRows = rejectedRows;
    this.underWay = underWay;
  }

  /** Refuses unless the old database's {@code rows} are all accounted for. */
  Found reconcile(Source source, long rows) {
    if (source.holdings().loadedAt().isEmpty()) {
      throw new WrongState("BLOCKED_LOAD", Map.of("name", source.name().toString()));
    }
    // While rows come in nobody can sign that none is missing.
    underWay.refuse(source.name(), "RECONCILE_PUSHED");
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
    long own = held - tally.absent();
    if (own < taken) {
      throw missing(source, new Figures(tally.load(), rows, own, rejected, tally.repeated()));
    }
    return new Found(figures, tally.absent());
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
    var page = rejectedRows.ofLoad(source, load, "", PAGE);
    for (; page.size() == PAGE; page = rejectedRows.ofLoad(source, load, last(page), PAGE)) {
      kept += PAGE;
    }
    return kept + page.size();
  }

  private static String last(List<RejectedRows.Kept> page) {
    return page.getLast().id();
  }
}
