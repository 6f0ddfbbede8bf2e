package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** A sort would hold more than it may: answered as MongoDB answers it. */
final class HeldTooMuch extends MongoServerError {
  private static final long serialVersionUID = 1L;
  private static final int CODE = 292;

  HeldTooMuch(long most) {
    super(
        CODE,
        "QueryExceededMemoryLimitNoDiskUseAllowed",
        "a sort without an index holds more than %d bytes".formatted(most));
  }
}
