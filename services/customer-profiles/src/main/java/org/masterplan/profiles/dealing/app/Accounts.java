package org.masterplan.profiles.dealing.app;

import java.util.List;
import org.masterplan.profiles.dealing.domain.Handles;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.SourceRecord;

/** The accounts that records tell of, with the platforms that their sources' columns name. */
public final class Accounts {
  private final Sources sources;

  public Accounts(Sources sources) {
    this.sources = sources;
  }

  /** Those of the records. */
  public List<Handles.Handle> of(List<SourceRecord> records) {
    return Handles.of(records, this::column);
  }

  /** Whether the record tells of the account; of any platform, where none is asked for. */
  public boolean tells(SourceRecord record, Handles.Handle asked) {
    return of(List.of(record)).stream().anyMatch(account -> account.isOf(asked));
  }

  /** What a source calls the column of its handles. */
  private String column(String source) {
    var found = sources.find(source);
    if (found.isEmpty()) {
      return "";
    }
    var mapped = found.get().mapping().fields().get(Dictionary.HANDLE);
    return mapped == null ? "" : mapped.column();
  }
}
