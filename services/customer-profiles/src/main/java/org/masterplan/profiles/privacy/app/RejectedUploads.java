package org.masterplan.profiles.privacy.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.consent.app.ConsentImport;
import org.masterplan.profiles.dealing.app.DealingMarks;
import org.masterplan.profiles.source.domain.RecordName;

/** The rows that uploads of consents and of dealings could not take. */
public interface RejectedUploads {
  /** A kept row and its import. */
  record Kept(String importId, Row.Bad row) {
    /** Which record the row is about, if it says. */
    Optional<RecordName> record() {
      var source = cell("source");
      var id = cell("record");
      return source.isEmpty() || id.isEmpty()
          ? Optional.empty()
          : Optional.of(new RecordName(source, id));
    }

    /** The cells in which handles stand. */
    List<String> handles() {
      return isDealing() ? List.of(cell("handle"), cell("in_reply_to")) : List.of();
    }

    /** What the person is told that it is. */
    String kind() {
      return isDealing() ? "rejected-dealing" : "rejected-consent";
    }

    /** What marks of its file's rows begin with. */
    String file() {
      return isDealing() ? DealingMarks.FILE : ConsentImport.MARKED;
    }

    private boolean isDealing() {
      return importId.startsWith("dealings-");
    }

    private String cell(String column) {
      return row.values().getOrDefault(column, "");
    }
  }

  /** Rows of which a cell is one of the keys, or holds one that is an address or a number. */
  List<Kept> speakingOf(Collection<String> keys);

  /** Tells the imports that are under way to keep no row that speaks of the keys. */
  void forgetComing(Collection<String> keys);

  /** Forgets rows. */
  void remove(Collection<Kept> rows);
}
