package org.masterplan.profiles.privacy.app;

import java.util.Collection;
import java.util.List;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.consent.app.ConsentImport;
import org.masterplan.profiles.dealing.app.DealingMarks;
import org.masterplan.profiles.source.domain.RecordName;

/** The rows that uploads of consents and of dealings could not take. */
public interface RejectedUploads {
  /** A kept row and its import. */
  record Kept(String importId, Row.Bad row) {
    /** Whether the row is about the record, however it writes its names. */
    boolean isAbout(RecordName record) {
      var source = cell("source");
      var plain = source.substring(source.lastIndexOf('/') + 1).strip();
      return plain.equalsIgnoreCase(record.source())
          && Texts.canonical(cell("record")).equalsIgnoreCase(record.id());
    }

    /** The cells in which handles stand; evidence of a consent may be anything. */
    List<String> handles() {
      return isDealing()
          ? List.of(cell("handle"), cell("in_reply_to"))
          : List.of(cell("record"), cell("evidence"));
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

  /** Rows of which a cell is one of the handles, also with a platform in front. */
  List<Kept> naming(Collection<String> handles);

  /** Tells the imports that are under way to keep no row that speaks of the keys. */
  void forgetComing(Collection<String> keys);

  /** Forgets rows. */
  void remove(Collection<Kept> rows);
}
