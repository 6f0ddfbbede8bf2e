package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import org.masterplan.embeddedmongo.index.IndexDefinition;
import org.masterplan.embeddedmongo.index.StoredIndex;

/** Whether an index that is asked for is there already, or contradicts one that is. */
final class IndexConflicts {
  private static final int OPTIONS_CONFLICT = 85;
  private static final int KEY_SPECS_CONFLICT = 86;

  private IndexConflicts() {}

  /**
   * @throws MongoServerError when there is one of that name or that key that differs
   */
  static boolean exists(CollectionStorage storage, IndexDefinition wanted) {
    for (StoredIndex index : storage.indexes()) {
      IndexDefinition there = index.definition();
      boolean sameKey = there.fields().equals(wanted.fields());
      if (index.isPrimary() && sameKey) {
        return true;
      }
      if (there.name().equals(wanted.name()) && !there.sameAs(wanted)) {
        throw new MongoServerError(
            KEY_SPECS_CONFLICT,
            "IndexKeySpecsConflict",
            "an index named '%s' with another specification exists".formatted(wanted.name()));
      }
      if (sameKey && !there.name().equals(wanted.name())) {
        throw new MongoServerError(
            OPTIONS_CONFLICT,
            "IndexOptionsConflict",
            "an index on the same fields exists as '%s'".formatted(there.name()));
      }
      if (there.name().equals(wanted.name())) {
        return true;
      }
    }
    return false;
  }
}
