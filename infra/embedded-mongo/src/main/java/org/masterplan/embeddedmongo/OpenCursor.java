package org.masterplan.embeddedmongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.masterplan.embeddedmongo.bson.Raw;

/** The unread rest of an answer. Used by one request at a time. */
final class OpenCursor implements AutoCloseable {
  // Far below the 48 MB a reply may have, so that many replies at once stay small in memory.
  private static final long BATCH_BYTES = 4 << 20;

  private final String namespace;
  private final Stream<byte[]> documents;
  private final Iterator<byte[]> iterator;
  private volatile Instant touched;

  OpenCursor(String namespace, Stream<byte[]> documents, Instant now) {
    this.namespace = namespace;
    this.documents = documents;
    this.iterator = documents.iterator();
    this.touched = now;
  }

  /** At most so many documents as asked for and as fit into a reply; at least one if any. */
  List<Raw> next(BatchSize size) {
    List<Raw> batch = new ArrayList<>();
    long bytes = 0;
    while (batch.size() < size.documents() && bytes < BATCH_BYTES && iterator.hasNext()) {
      Raw document = new Raw(iterator.next());
      bytes += document.bson().length;
      batch.add(document);
    }
    return batch;
  }

  boolean hasMore() {
    return iterator.hasNext();
  }

  String namespace() {
    return namespace;
  }

  Instant touched() {
    return touched;
  }

  void touch(Instant now) {
    touched = now;
  }

  @Override
  public void close() {
    documents.close();
  }
}
