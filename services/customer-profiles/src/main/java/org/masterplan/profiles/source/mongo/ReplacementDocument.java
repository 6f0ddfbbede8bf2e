package org.masterplan.profiles.source.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.profiles.source.domain.LoadTally;
import org.masterplan.profiles.source.domain.Replacement;
import org.masterplan.profiles.source.domain.Replacement.Figures;
import org.masterplan.profiles.source.domain.Replacement.Reconciliation;
import org.masterplan.profiles.source.domain.Replacement.SignOff;
import org.masterplan.profiles.source.domain.Replacement.Signature;

/** The stored shape of how far a source's replacing is; absent in sources of before it. */
final class ReplacementDocument {
  private ReplacementDocument() {}

  static Document write(Replacement replacement) {
    var document = new Document();
    replacement.lastLoad().ifPresent(tally -> document.append("lastLoad", write(tally)));
    replacement.reconciliation().ifPresent(r -> document.append("reconciliation", write(r)));
    replacement.signOff().ifPresent(s -> document.append("signOff", write(s.signed())));
    replacement.since().ifPresent(at -> document.append("since", Date.from(at)));
    replacement.reading().ifPresent(text -> document.append("reading", text));
    return document;
  }

  static Replacement read(Document document) {
    return new Replacement(
        part(document, "lastLoad").map(ReplacementDocument::tally),
        part(document, "reconciliation").map(ReplacementDocument::reconciliation),
        part(document, "signOff").map(ReplacementDocument::signature).map(SignOff::new),
        Optional.ofNullable(document.getDate("since")).map(Date::toInstant),
        Optional.ofNullable(document.getString("reading")));
  }

  private static Optional<Document> part(Document document, String name) {
    return Optional.ofNullable(document.get(name, Document.class));
  }

  private static Document write(LoadTally tally) {
    return new Document("load", tally.load())
        .append("rows", tally.rows())
        .append("repeated", tally.repeated())
        .append("rejected", tally.rejected())
        .append("absent", tally.absent())
        .append("at", Date.from(tally.at()))
        .append("whole", tally.whole());
  }

  private static LoadTally tally(Document document) {
    return new LoadTally(
        document.getString("load"),
        document.getLong("rows"),
        document.getLong("repeated"),
        document.getLong("rejected"),
        Optional.ofNullable(document.getLong("absent")).orElse(0L),
        instant(document),
        Optional.ofNullable(document.getString("whole")).orElse(""));
  }

  private static Document write(Reconciliation reconciliation) {
    var figures = reconciliation.figures();
    return write(reconciliation.signed())
        .append("load", figures.load())
        .append("rows", figures.rows())
        .append("records", figures.records())
        .append("rejected", figures.rejected())
        .append("repeated", figures.repeated())
        .append("counted", reconciliation.rows())
        .append("absent", reconciliation.absent());
  }

  private static Reconciliation reconciliation(Document document) {
    var figures =
        new Figures(
            document.getString("load"),
            document.getLong("rows"),
            document.getLong("records"),
            document.getLong("rejected"),
            document.getLong("repeated"));
    return new Reconciliation(
        figures, document.getLong("counted"), document.getLong("absent"), signature(document));
  }

  private static Document write(Signature signed) {
    return new Document("by", signed.by())
        .append("at", Date.from(signed.at()))
        .append("reason", signed.reason());
  }

  private static Signature signature(Document document) {
    return new Signature(document.getString("by"), instant(document), document.getString("reason"));
  }

  private static Instant instant(Document document) {
    return document.getDate("at").toInstant();
  }
}
