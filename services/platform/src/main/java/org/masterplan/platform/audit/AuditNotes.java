package org.masterplan.platform.audit;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.platform.mongo.CollectionIndexes;

/**
 * Entries about what changes no document with an outbox of its own: an unmasking, an export, a
 * contact granted.
 */
public final class AuditNotes {
  static final String COLLECTION = "auditNotes";

  private final MongoCollection<Document> collection;
  private final Supplier<String> ids;

  /** {@code ids} gives a new unique text each time. */
  public AuditNotes(MongoDatabase database, Supplier<String> ids) {
    this.collection =
        database.getCollection(COLLECTION).withWriteConcern(WriteConcern.W1.withJournal(true));
    this.ids = ids;
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    var options = new IndexOptions().name(Outboxes.UNSEALED).sparse(true);
    return new CollectionIndexes(
        COLLECTION, List.of(new IndexModel(Indexes.ascending(Outboxes.UNSEALED), options)));
  }

  /** Notes it, safely on disk when this returns. */
  public void add(String resource, AuditEntry entry) {
    var outbox =
        new Document("at", Date.from(entry.at()))
            .append("actor", entry.actor())
            .append("act", entry.act())
            .append("revision", 1L)
            .append("fields", entry.fields())
            .append("reason", entry.reason());
    collection.insertOne(
        new Document("_id", ids.get())
            .append("resource", resource)
            .append(Outboxes.UNSEALED, true)
            .append(Outboxes.OUTBOX, List.of(outbox)));
  }
}
