package org.masterplan.profiles.consent.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.source.domain.RecordName;

/** The rows that imports of consents could not take. */
public interface RejectedConsents {
  /** A kept row and its import. */
  record Kept(String importId, Row.Bad row) {
    /** Which record the row is about, if it says. */
    public Optional<RecordName> record() {
      return ConsentRow.name(new Row.Good(row.line(), row.values()));
    }
  }

  /** Rows of which a cell is one of the keys, or holds one that is an address or a number. */
  List<Kept> speakingOf(Collection<String> keys);

  /** Tells the imports that are under way to keep no row that speaks of the keys. */
  void forgetComing(Collection<String> keys);

  /** Forgets rows. */
  void remove(Collection<Kept> rows);
}
