package org.masterplan.platform.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;

/** Sealed batches, the head that says how many there are, and the entries again for listing. */
final class Batches {
  static final String ENTRIES = "auditEntries";
  private static final int READ_AT_ONCE = 20;

  private final MongoCollection<Document> batches;
  private final MongoCollection<Document> head;
  private final MongoCollection<Document> entries;

  /** The number and hash of the last batch, kept apart from it. */
  record Head(long number, String hash) {}

  Batches(MongoDatabase database) {
    var journaled = database.withWriteConcern(WriteConcern.W1.withJournal(true));
    this.batches = journaled.getCollection("auditBatches");
    this.head = journaled.getCollection("auditHead");
    this.entries = database.getCollection(ENTRIES);
  }

  static CollectionIndexes indexes() {
    return new CollectionIndexes(
        ENTRIES,
        List.of(
            new IndexModel(Indexes.descending("body.at", "_id"), new IndexOptions().name("at_id")),
            new IndexModel(
                Indexes.ascending("body.resource", "body.at"), new IndexOptions().name("resource")),
            new IndexModel(
                Indexes.ascending("body.actor", "body.at"), new IndexOptions().name("actor"))));
  }

  Optional<Batch> last() {
    return Optional.ofNullable(batches.find().sort(Sorts.descending("_id")).limit(1).first())
        .map(Batch::read);
  }

  /** Inserting the batch is the commit; the rest is made again from it after a crash. */
  void add(Batch batch) {
    batches.insertOne(batch.write());
    settle(batch);
  }

  /** Brings the head and the list up to this batch. Idempotent. */
  void settle(Batch batch) {
    var writes = new ArrayList<ReplaceOneModel<Document>>();
    for (int i = 0; i < batch.entries().size(); i++) {
      var id = id(batch.number(), "%04d".formatted(i));
      var listed = listed(batch.entries().get(i), batch.number()).append("_id", id);
      writes.add(new ReplaceOneModel<>(eq("_id", id), listed, new ReplaceOptions().upsert(true)));
    }
    Bulk.run(entries, writes);
    head.updateOne(
        eq("_id", "head"), Updates.setOnInsert("number", 0L), new UpdateOptions().upsert(true));
    head.updateOne(
        and(eq("_id", "head"), lt("number", batch.number())),
        Updates.combine(Updates.set("number", batch.number()), Updates.set("hash", batch.hash())));
  }

  void forEach(Consumer<Batch> each) {
    batches
        .find()
        .sort(Sorts.ascending("_id"))
        .batchSize(READ_AT_ONCE)
        .forEach(d -> each.accept(Batch.read(d)));
  }

  Optional<Head> head() {
    return Optional.ofNullable(head.find(eq("_id", "head")).first())
        .filter(d -> d.getLong("number") > 0)
        .map(d -> new Head(d.getLong("number"), d.getString("hash")));
  }

  Optional<Batch> find(long number) {
    return Optional.ofNullable(batches.find(eq("_id", number)).first()).map(Batch::read);
  }

  /** What the list shows of a batch, in its order. */
  List<Document> shown(long number) {
    var range = and(gte("_id", id(number, "")), lt("_id", id(number, "~")));
    return bodies(range);
  }

  /** What the list shows as of batches that were never sealed. */
  List<Document> shownBeyond(long last) {
    return bodies(or(lt("_id", id(1, "")), gt("_id", id(last, "~"))));
  }

  private List<Document> bodies(Bson filter) {
    return entries
        .find(filter)
        .sort(Sorts.ascending("_id"))
        .map(d -> d.get("body", Document.class))
        .into(new ArrayList<>());
  }

  private static String id(long batch, String entry) {
    return "%012d-%s".formatted(batch, entry);
  }

  private static Document listed(SealedEntry entry, long batch) {
    var words = List.of(Texts.fold(entry.reason()), Texts.fold(entry.resource()));
    return new Document("revision", 1L)
        .append("body", body(entry, batch))
        .append("keys", new Document("_words", words));
  }

  /** An entry as the list shows it. */
  static Document body(SealedEntry entry, long batch) {
    return new Document("resource", entry.resource())
        .append("revision", entry.revision())
        .append("at", Date.from(entry.at()))
        .append("actor", entry.actor())
        .append("act", entry.act())
        .append("fields", entry.fields())
        .append("reason", entry.reason())
        .append("batch", batch);
  }
}
