package org.masterplan.profiles.consent.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.source.app.ErasedMarks;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.Tombstones;
import org.masterplan.profiles.source.domain.RecordName;

/** Takes in the consents that records hold. */
public final class ConsentImport {
  /** What marks of rows of consents begin with, in place of a source. */
  public static final String MARKED = "consents/";

  private static final int BATCH = 500;

  private final Records records;
  private final ConsentLedger ledger;
  private final Tombstones tombstones;
  private final Clock clock;

  public ConsentImport(Records records, ConsentLedger ledger, Tombstones tombstones, Clock clock) {
    this.records = records;
    this.tombstones = tombstones;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Imports the rows; the withdrawals among them are suppressed before this answers. If one cannot
   * be, everything is stored all the same, and this fails.
   */
  public ImportOutcome run(Rows rows, ImportTally tally, Actor actor) {
    var reader = new ConsentRow.Reader(actor.subject(), clock.instant());
    var untold = new ArrayList<Consent>();
    var batch = new ArrayList<Row>(BATCH);
    while (rows.hasNext()) {
      batch.add(rows.next());
      if (batch.size() == BATCH || !rows.hasNext()) {
        untold.addAll(store(read(sort(batch, tally), reader, tally), tally));
        batch.clear();
      }
    }
    // After the last row, because a yes in it may be newer than a no before it.
    ledger.tell(untold);
    return tally.outcome();
  }

  /** The rows to be read. Nothing is kept of one whose person was erased. */
  private List<Row.Good> sort(List<Row> batch, ImportTally tally) {
    var marks = new HashMap<Row, List<String>>();
    batch.forEach(row -> marks.put(row, marks(row)));
    var all = marks.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    var erased = tombstones.marked(all);
    var good = new ArrayList<Row.Good>(batch.size());
    for (var row : batch) {
      if (marks.getOrDefault(row, List.of()).stream().anyMatch(erased::contains)) {
        tally.rejected(Row.Bad.unreadable(row.line(), "PERSON_ERASED", Map.of()));
        continue;
      }
      switch (row) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good readable -> good.add(readable);
      }
    }
    return good;
  }

  /** Those of the rows whose person was erased, perhaps since they were sorted. */
  public List<Row.Bad> erased(List<Row.Bad> rows) {
    var all = rows.stream().flatMap(row -> marks(row).stream()).collect(Collectors.toSet());
    var erased = tombstones.marked(all);
    return rows.stream().filter(row -> marks(row).stream().anyMatch(erased::contains)).toList();
  }

  private static List<String> marks(Row row) {
    var marks = new ArrayList<String>();
    ErasedMarks.ofRow(MARKED, row).ifPresent(marks::add);
    ConsentRow.name(new Row.Good(row.line(), row.values()))
        .ifPresent(name -> marks.add(ErasedMarks.ofRecord(name)));
    return marks;
  }

  private List<Consent> read(List<Row.Good> batch, ConsentRow.Reader reader, ImportTally tally) {
    var names = new HashMap<Row.Good, RecordName>();
    batch.forEach(row -> ConsentRow.name(row).ifPresent(name -> names.put(row, name)));
    var known = records.find(names.values());
    var words = new ArrayList<Consent>();
    for (var row : batch) {
      var name = names.get(row);
      var record = name == null ? null : known.get(name);
      if (record == null) {
        tally.rejected(row.refused("record", "CONSENT_RECORD_UNKNOWN", Map.of()));
        continue;
      }
      switch (reader.read(row, record)) {
        case ConsentRow.Said(var consent) -> words.add(consent);
        case ConsentRow.Refused(var bad) -> tally.rejected(bad);
      }
    }
    return words;
  }

  /** Writes the words down; answers those of them that governance has still to be told. */
  private List<Consent> store(List<Consent> words, ImportTally tally) {
    long added = ledger.add(words);
    for (int i = 0; i < words.size(); i++) {
      if (i < added) {
        tally.imported();
      } else {
        tally.unchanged();
      }
    }
    return ledger.untold(words);
  }
}
