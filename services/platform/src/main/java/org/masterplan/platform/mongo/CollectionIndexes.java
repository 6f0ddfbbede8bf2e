package org.masterplan.platform.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.List;

/**
 * The indexes of one collection. A service keeps one list of these; it is created at start, in one
 * thread, before the first call.
 */
public record CollectionIndexes(String collection, List<IndexModel> indexes) {
  public CollectionIndexes {
    indexes = List.copyOf(indexes);
  }

  /** Creates what is missing; idempotent. */
  public static void create(MongoDatabase database, List<CollectionIndexes> all) {
    for (var each : all) {
      if (!each.indexes().isEmpty()) {
        database.getCollection(each.collection()).createIndexes(each.indexes());
      }
    }
  }
}
