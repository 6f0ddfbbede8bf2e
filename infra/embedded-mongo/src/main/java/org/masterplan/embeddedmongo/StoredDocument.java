package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.bson.BsonReader;

/** A document as it lies in the store, read only as far as somebody looks. Used by one thread. */
final class StoredDocument {
  private final byte[] bson;
  private final @Nullable Set<String> looked;
  private @Nullable Document part;

  /**
   * @param looked the document's own fields that the query looks at; null = all
   */
  StoredDocument(byte[] bson, @Nullable Set<String> looked) {
    this.bson = bson;
    this.looked = looked;
  }

  byte[] bson() {
    return bson;
  }

  /** At least the fields that the query looks at. */
  Document part() {
    Document read = part;
    if (read == null) {
      read = looked == null ? BsonReader.decode(bson) : BsonReader.decode(bson, looked);
      part = read;
    }
    return read;
  }

  Document whole() {
    return looked == null ? part() : BsonReader.decode(bson);
  }
}
