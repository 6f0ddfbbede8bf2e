package org.masterplan.platform.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.masterplan.platform.mongo.Bulk;

/** Entries that wait in the documents they are about. */
final class Outboxes {
  static final String UNSEALED = "unsealed";
  static final String OUTBOX = "outbox";

  private final MongoDatabase database;
  private final List<String> collections;

  Outboxes(MongoDatabase database, List<String> collections) {
    this.database = database;
    this.collections = List.copyOf(collections);
  }

  /** Waiting entries of at most so many documents. */
  List<SealedEntry> waiting(int documents) {
    var found = new ArrayList<SealedEntry>();
    int left = documents;
    for (var collection : collections) {
      if (left > 0) {
        left -= gather(collection, left, found);
      }
    }
    return found;
  }

  /** Takes sealed entries out of their documents. Idempotent. */
  void clear(List<SealedEntry> entries) {
    Map<String, Map<String, Long>> upTo = new HashMap<>();
    for (var entry : entries) {
      upTo.computeIfAbsent(entry.collection(), _ -> new HashMap<>())
          .merge(entry.document(), entry.revision(), Math::max);
    }
    upTo.forEach(this::clear);
  }

  private int gather(String collection, int limit, List<SealedEntry> found) {
    int read = 0;
    var changed =
        database.getCollection(collection).find(eq(UNSEALED, true)).limit(limit).batchSize(limit);
    for (var document : changed) {
      document
          .getList(OUTBOX, Document.class, List.of())
          .forEach(entry -> found.add(SealedEntry.of(collection, document, entry)));
      read++;
    }
    return read;
  }

  private void clear(String name, Map<String, Long> upTo) {
    var collection = database.getCollection(name);
    if (name.equals(AuditNotes.COLLECTION)) {
      // A note holds the one entry it was made for.
      collection.deleteMany(in("_id", upTo.keySet()));
      return;
    }
    var unchanged = new ArrayList<UpdateOneModel<Document>>();
    upTo.forEach((id, revision) -> unchanged.add(emptied(id, revision)));
    if (Bulk.run(collection, unchanged).matched() < upTo.size()) {
      collection
          .find(and(in("_id", upTo.keySet()), eq(UNSEALED, true)))
          .projection(Projections.include("_id"))
          .batchSize(upTo.size())
          .map(changed -> changed.getString("_id"))
          .into(new ArrayList<>())
          .forEach(id -> clear(collection, id, upTo.getOrDefault(id, 0L)));
    }
  }

  /** All there is to clear in a document that has not changed since: every entry is sealed. */
  private static UpdateOneModel<Document> emptied(String id, long revision) {
    return new UpdateOneModel<>(
        and(eq("_id", id), eq("revision", revision)),
        Updates.combine(Updates.set(OUTBOX, List.of()), Updates.unset(UNSEALED)));
  }

  private static void clear(MongoCollection<Document> collection, String document, long revision) {
    var id = eq("_id", document);
    collection.updateOne(id, Updates.pull(OUTBOX, lte("revision", revision)));
    // Only while still empty: a change in between has put its entry and the mark back.
    collection.updateOne(and(id, size(OUTBOX, 0)), Updates.unset(UNSEALED));
  }
}
