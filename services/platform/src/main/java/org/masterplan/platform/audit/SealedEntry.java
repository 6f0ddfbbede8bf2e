package org.masterplan.platform.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * One entry of a batch.
 *
 * @param collection where the changed document is
 * @param document its id there
 * @param resource its name for people
 * @param revision the revision that the change made
 */
record SealedEntry(
    String collection,
    String document,
    String resource,
    long revision,
    Instant at,
    String actor,
    String act,
    List<String> fields,
    String reason) {
  SealedEntry {
    // As the store keeps it, so that the hash is the same when read back.
    at = at.truncatedTo(ChronoUnit.MILLIS);
    fields = List.copyOf(fields);
  }

  /** An entry of a document's outbox. */
  static SealedEntry of(String collection, Document changed, Document outbox) {
    var id = changed.getString("_id");
    var named = changed.getString("resource");
    return new SealedEntry(
        collection,
        id,
        named == null ? id : named,
        outbox.getLong("revision"),
        outbox.getDate("at").toInstant(),
        outbox.getString("actor"),
        outbox.getString("act"),
        outbox.getList("fields", String.class),
        outbox.getString("reason"));
  }

  Document write() {
    return new Document("collection", collection)
        .append("document", document)
        .append("resource", resource)
        .append("revision", revision)
        .append("at", Date.from(at))
        .append("actor", actor)
        .append("act", act)
        .append("fields", fields)
        .append("reason", reason);
  }

  static SealedEntry read(Document document) {
    var stored = new Stored(document);
    return new SealedEntry(
        stored.text("collection"),
        stored.text("document"),
        stored.text("resource"),
        stored.number("revision"),
        stored.time("at"),
        stored.text("actor"),
        stored.text("act"),
        stored.texts("fields"),
        stored.text("reason"));
  }
}
