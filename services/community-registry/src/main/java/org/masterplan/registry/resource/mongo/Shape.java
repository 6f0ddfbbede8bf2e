package org.masterplan.registry.resource.mongo;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.masterplan.kernel.query.Field;

/** How one kind of resource is written to and read from a document. */
public interface Shape<T> {
  /** The body, keyed by field name. */
  Document write(T value);

  /** The resource back from its name and body. */
  T read(String name, Document body);

  /** Values for people by folded field, to search and order by. */
  Map<Field, String> folded(T value);

  /** Texts that a bare word is looked for in. */
  List<String> words(T value);
}
