package org.masterplan.listening.mongo;

import org.bson.Document;
import org.masterplan.listening.domain.Resource;

/** How one kind of resource is written into a document, and read back. */
public interface Shape<T extends Resource> {
  Document write(T item);

  T read(String id, long revision, Document document);
}
