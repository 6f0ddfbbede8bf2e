package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;

/** The shapes of answers on the wire. */
final class Replies {
  private static final int UNKNOWN_ERROR = 8;

  private Replies() {}

  /** Documents under {@code field}, with the cursor that has the rest (0 = none). */
  record Batch(String field, List<?> documents, long cursor) {}

  static Document ok() {
    Document reply = new Document();
    Utils.markOkay(reply);
    return reply;
  }

  static Document ok(String field, Object value) {
    Document reply = new Document(field, value);
    Utils.markOkay(reply);
    return reply;
  }

  static Document cursor(String namespace, Batch batch) {
    Document cursor =
        new Document("id", batch.cursor())
            .append("ns", namespace)
            .append(batch.field(), batch.documents());
    return ok("cursor", cursor);
  }

  static Document error(MongoServerException failure) {
    return described(failure).append("ok", 0);
  }

  static Document writeError(int index, MongoServerException failure) {
    return new Document("index", index).appendAll(described(failure));
  }

  private static Document described(MongoServerException failure) {
    Document error = new Document("errmsg", failure.getMessageWithoutErrorCode());
    if (failure instanceof MongoServerError known) {
      error.append("code", known.getCode());
      error.putIfNotNull("codeName", known.getCodeName());
    } else {
      error.append("code", UNKNOWN_ERROR).append("codeName", "UnknownError");
    }
    return error;
  }
}
