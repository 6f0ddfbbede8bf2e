package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;

/**
 * How much of an answer one reply carries.
 *
 * @param single the client wants one batch and no cursor
 */
record BatchSize(int documents, boolean single) {
  private static final int FIRST = 101;

  /** From a find command; {@code batchSize: 0} asks for a cursor and nothing else. */
  static BatchSize ofFind(Document command) {
    boolean single = de.bwaldvogel.mongo.backend.Utils.isTrue(command.get("singleBatch"));
    return new BatchSize(read(command, FIRST), single);
  }

  static BatchSize ofAggregate(Document command) {
    return new BatchSize(read(FindQueries.filter(command, "cursor"), FIRST), false);
  }

  static BatchSize ofGetMore(Document command) {
    int documents = read(command, 0);
    return new BatchSize(documents == 0 ? Integer.MAX_VALUE : documents, false);
  }

  private static int read(Document from, int otherwise) {
    return from.get("batchSize") instanceof Number number ? number.intValue() : otherwise;
  }
}
