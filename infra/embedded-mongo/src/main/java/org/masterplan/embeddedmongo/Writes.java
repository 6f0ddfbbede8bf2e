package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.masterplan.embeddedmongo.index.Fields;
import org.masterplan.embeddedmongo.wire.Received;

/**
 * The commands that write. Each operation stands alone; in an ordered command the first that fails
 * is the last that is tried.
 */
final class Writes {
  private final StoreDatabase database;

  Writes(StoreDatabase database) {
    this.database = database;
  }

  Document insert(Document command) {
    StoreCollection collection =
        database.resolveOrCreateCollection(String.valueOf(command.get("insert")));
    Outcome outcome = new Outcome();
    List<?> documents = Fields.list(command, "documents");
    collection.insertMany(
        () ->
            outcome.each(
                command,
                documents,
                i -> {
                  byte[] bson = documents instanceof Received received ? received.bson(i) : null;
                  collection.insert((Document) documents.get(i), bson);
                  return new Document("n", 1);
                }));
    return outcome.reply();
  }

  /**
   * @param single the library's update command, which knows one of our needs: to compute an update
   */
  Document update(Document command, UnaryOperator<Document> single) {
    Outcome outcome = new Outcome();
    String name = String.valueOf(command.get("update"));
    List<?> updates = Fields.list(command, "updates");
    outcome.each(
        command,
        updates,
        i -> {
          Document update = (Document) updates.get(i);
          Hints.check(database.collection(name), update.get("hint"));
          return single.apply(new Document("update", name).append("updates", List.of(update)));
        });
    Document reply = outcome.reply().append("nModified", outcome.modified);
    if (!outcome.upserted.isEmpty()) {
      reply.append("upserted", outcome.upserted);
    }
    return reply;
  }

  Document delete(Document command, Oplog oplog) {
    Outcome outcome = new Outcome();
    String name = String.valueOf(command.get("delete"));
    StoreCollection collection = database.collection(name);
    List<?> deletes = Fields.list(command, "deletes");
    if (collection != null) {
      outcome.each(
          command,
          deletes,
          i -> {
            Document delete = (Document) deletes.get(i);
            Hints.check(collection, delete.get("hint"));
            int limit = ((Number) delete.getOrDefault("limit", 0)).intValue();
            int deleted = collection.deleteDocuments(Fields.document(delete, "q"), limit, oplog);
            return new Document("n", deleted);
          });
    }
    return outcome.reply();
  }

  /** What became of the operations of one command. */
  private static final class Outcome {
    private int n;
    private int modified;
    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();

    /** Runs {@code operation} for the place of each of {@code operations}. */
    void each(Document command, List<?> operations, IntFunction<Document> operation) {
      boolean ordered = Utils.isTrue(command.getOrDefault("ordered", true));
      for (int i = 0; i < operations.size() && (errors.isEmpty() || !ordered); i++) {
        try {
          add(i, operation.apply(i));
        } catch (MongoServerException e) {
          errors.add(Replies.writeError(i, e));
        }
      }
    }

    private void add(int index, Document result) {
      n += ((Number) result.getOrDefault("n", 0)).intValue();
      modified += ((Number) result.getOrDefault("nModified", 0)).intValue();
      if (result.get("upserted") instanceof Iterable<?> ids) {
        ids.forEach(id -> upserted.add(((Document) id).append("index", index)));
      }
      if (result.get("writeErrors") instanceof Iterable<?> failures) {
        failures.forEach(failure -> errors.add(((Document) failure).append("index", index)));
      }
    }

    Document reply() {
      Document reply = Replies.ok("n", n);
      if (!errors.isEmpty()) {
        reply.append("writeErrors", errors);
      }
      return reply;
    }
  }
}
