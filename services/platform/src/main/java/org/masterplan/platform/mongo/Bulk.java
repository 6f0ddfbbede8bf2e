package org.masterplan.platform.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** Bulk writes as the storage rules want them: unordered, idempotent, at most 1,000 at once. */
public final class Bulk {
  private static final int AT_ONCE = 1000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private Bulk() {}

  /** How many documents bulk writes touched. */
  public record Done(int matched, int upserted, int modified, int deleted) {
    private Done and(BulkWriteResult part) {
      return new Done(
          matched + part.getMatchedCount(),
          upserted + part.getUpserts().size(),
          modified + part.getModifiedCount(),
          deleted + part.getDeletedCount());
    }
  }

  /** Writes everything; nothing happens if there is nothing to write. Any failure is thrown. */
  public static Done run(
      MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
    var done = new Done(0, 0, 0, 0);
    for (var part : parts(writes)) {
      done = done.and(collection.bulkWrite(part, UNORDERED));
    }
    return done;
  }

  /**
   * Writes all that can be written; answers the places of those whose id is taken. Any other
   * failure is thrown.
   */
  public static List<Integer> write(
      MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
    var taken = new ArrayList<Integer>();
    for (int from = 0; from < writes.size(); from += AT_ONCE) {
      var part = writes.subList(from, Math.min(from + AT_ONCE, writes.size()));
      try {
        collection.bulkWrite(part, UNORDERED);
      } catch (MongoBulkWriteException e) {
        if (!isTakenOnly(e)) {
          throw e;
        }
        for (var error : e.getWriteErrors()) {
          taken.add(from + error.getIndex());
        }
      }
    }
    return taken;
  }

  /** Nothing else went wrong; a write that was not confirmed as it should be is no such case. */
  private static boolean isTakenOnly(MongoBulkWriteException e) {
    return e.getWriteConcernError() == null
        && e.getWriteErrors().stream()
            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
  }

  /** The collection cut into parts that fit into one filter. */
  public static <T> List<List<T>> parts(Collection<? extends T> all) {
    List<T> list = List.copyOf(all);
    var parts = new ArrayList<List<T>>();
    for (int from = 0; from < list.size(); from += AT_ONCE) {
      parts.add(list.subList(from, Math.min(from + AT_ONCE, list.size())));
    }
    return parts;
  }
}
