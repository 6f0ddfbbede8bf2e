package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.concurrent.atomic.LongAdder;

/** How much all queries together have read; told by serverStatus, as MongoDB tells it. */
final class Examined {
  private final LongAdder entries = new LongAdder();
  private final LongAdder documents = new LongAdder();

  void add(Finding read) {
    entries.add(read.entriesExamined());
    documents.add(read.documentsExamined());
  }

  Document toDocument() {
    return new Document("scanned", entries.sum()).append("scannedObjects", documents.sum());
  }
}
