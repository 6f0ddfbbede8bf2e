package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.index.IndexDefinition;

/** A hint must name an index that exists; the planner stays free in its choice. */
final class Hints {
  private static final int BAD_VALUE = 2;

  private Hints() {}

  static void check(@Nullable StoreCollection collection, @Nullable Object hint) {
    if (collection == null
        || hint == null
        || hint instanceof Document document
            && (document.isEmpty() || document.containsKey("$natural"))) {
      return;
    }
    boolean known =
        collection.storage().indexes().stream()
            .anyMatch(index -> isMeant(index.definition(), hint));
    if (!known) {
      throw new MongoServerError(
          BAD_VALUE, "BadValue", "hint provided does not correspond to an existing index");
    }
  }

  private static boolean isMeant(IndexDefinition index, Object hint) {
    return index.name().equals(hint)
        || hint instanceof Document key
            && index
                .fields()
                .equals(
                    IndexDefinition.of(new Document("key", key).append("name", "hint")).fields());
  }
}
