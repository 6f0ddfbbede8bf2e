package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What to find.
 *
 * @param sort null = any order
 * @param limit 0 = all
 * @param projection null = whole documents
 */
record FindQuery(
    Document filter, @Nullable Document sort, int skip, int limit, @Nullable Document projection) {

  static FindQuery all(Document filter) {
    return new FindQuery(filter, null, 0, 0, null);
  }
}
