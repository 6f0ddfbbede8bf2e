package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Map;
import org.masterplan.embeddedmongo.bson.BsonWriter;

/** Documents as they are stored: BSON. */
final class Documents {
  private static final int TOO_LARGE = 10334;
  private static final int LARGEST = 16 << 20;

  private Documents() {}

  static byte[] encode(Map<String, ?> document) {
    return checked(BsonWriter.encode(document));
  }

  /** The same bytes, of a size that may be stored. */
  static byte[] checked(byte[] bson) {
    if (bson.length > LARGEST) {
      throw new MongoServerError(
          TOO_LARGE,
          "BSONObjectTooLarge",
          "document of %d bytes (expected: at most %d)".formatted(bson.length, LARGEST));
    }
    return bson;
  }
}
