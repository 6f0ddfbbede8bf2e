package org.masterplan.platform.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** Many first writes in one command, of which one that comes too late hinders no other. */
public final class Bulk {
  private static final BulkWriteOptions EACH_BY_ITSELF = new BulkWriteOptions().ordered(false);

  private Bulk() {}

  /**
   * Writes one document for each id; answers the ids that were taken, under which nothing changed.
   *
   * @throws MongoBulkWriteException if the store refused a write for another reason
   */
  public static Set<String> unlessTaken(
      MongoCollection<Document> collection,
      Collection<String> ids,
      Function<String, ? extends WriteModel<Document>> write) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    var order = List.copyOf(ids);
    try {
      collection.bulkWrite(order.stream().map(write).toList(), EACH_BY_ITSELF);
      return Set.of();
    } catch (MongoBulkWriteException e) {
      if (!e.getWriteErrors().stream().allMatch(Bulk::isTaken)) {
        throw e;
      }
      return e.getWriteErrors().stream()
          .map(error -> order.get(error.getIndex()))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static boolean isTaken(BulkWriteError error) {
    return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
  }
}
