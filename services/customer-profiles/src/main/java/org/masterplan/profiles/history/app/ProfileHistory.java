package org.masterplan.profiles.history.app;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.masterplan.profiles.history.domain.Change;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What stewards joined to a profile, and what they parted from it. */
public final class ProfileHistory {
  private static final int DECISIONS = 100;

  /** So many records of a change are named. */
  private static final int SHOWN = 50;

  private final Journal journal;
  private final Records records;

  /** A change with the names of its records, as far as there still are any. */
  public record Told(Change change, List<RecordName> records) {
    public Told {
      records = List.copyOf(records);
    }
  }

  public ProfileHistory(Journal journal, Records records) {
    this.journal = journal;
    this.records = records;
  }

  /** Newest first. */
  public List<Told> of(String name) {
    long profile = ProfileId.parse("name", name);
    var changes =
        journal.said(profile, DECISIONS).stream()
            .flatMap(decision -> Change.of(profile, decision).stream())
            .toList();
    var known =
        records.findNumbers(changes.stream().flatMap(each -> shown(each).stream()).toList());
    return changes.stream().map(change -> new Told(change, names(change, known))).toList();
  }

  private static List<Long> shown(Change change) {
    return change.records().stream().limit(SHOWN).toList();
  }

  private static List<RecordName> names(Change change, Map<Long, SourceRecord> known) {
    return shown(change).stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .map(SourceRecord::name)
        .toList();
  }
}
