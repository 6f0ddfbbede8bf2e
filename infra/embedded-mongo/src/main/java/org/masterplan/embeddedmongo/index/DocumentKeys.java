package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.GrowingBytes;

/**
 * The entries a document has in an index, without the document key at their end.
 *
 * @param arrays the columns whose value is an array, which makes them several (or none-like: an
 *     empty array)
 */
public record DocumentKeys(Set<Position> keys, Columns arrays) {
  private static final int CANNOT_INDEX_PARALLEL_ARRAYS = 171;
  private static final DocumentKeys NONE = new DocumentKeys(Set.of(), Columns.NONE);

  public static DocumentKeys of(IndexDefinition index, Document document) {
    if (!covers(index, document)) {
      return NONE;
    }
    GrowingBytes key = new GrowingBytes(KeyEncoding.FIRST);
    for (IndexField field : index.fields()) {
      Object value = valueOf(document, field);
      if (value instanceof Collection<?>) {
        return several(index, document);
      }
      key.write(field.directed(KeyEncoding.of(value)));
    }
    return new DocumentKeys(Set.of(new Position(key.toByteArray())), Columns.NONE);
  }

  private static DocumentKeys several(IndexDefinition index, Document document) {
    Set<Position> keys = new LinkedHashSet<>();
    keys.add(new Position(new byte[0]));
    Set<String> arrays = new LinkedHashSet<>();
    Columns columns = Columns.NONE;
    for (int i = 0; i < index.fields().size(); i++) {
      IndexField field = index.fields().get(i);
      Object value = valueOf(document, field);
      if (value instanceof Collection<?>) {
        arrays.add(Utils.splitPath(field.path()).getFirst());
        columns = columns.with(i);
      }
      keys = extended(keys, field, value);
    }
    if (arrays.size() > 1) {
      throw new MongoServerError(
          CANNOT_INDEX_PARALLEL_ARRAYS,
          "CannotIndexParallelArrays",
          "cannot index parallel arrays " + arrays);
    }
    return new DocumentKeys(keys, columns);
  }

  private static boolean covers(IndexDefinition index, Document document) {
    Document filter = index.options().partialFilter();
    if (filter != null && !new DefaultQueryMatcher().matches(document, filter)) {
      return false;
    }
    return !index.sparse()
        || index.fields().stream()
            .map(field -> valueOf(document, field))
            .anyMatch(value -> !(value instanceof Missing));
  }

  // The library splits the path anew each time: 7 % of an insert.
  private static @Nullable Object valueOf(Document document, IndexField field) {
    return field.path().indexOf('.') < 0
        ? document.getOrMissing(field.path())
        : Utils.getSubdocumentValueCollectionAware(document, field.path());
  }

  private static Set<Position> extended(
      Set<Position> starts, IndexField field, @Nullable Object value) {
    List<byte[]> ends =
        value instanceof Collection<?> elements
            ? encoded(elements)
            : List.of(KeyEncoding.of(value));
    Set<Position> keys = new LinkedHashSet<>();
    for (Position start : starts) {
      for (byte[] end : ends) {
        keys.add(new Position(Bytes.concat(start.key(), field.directed(end))));
      }
    }
    return keys;
  }

  // An empty array has an entry too: an index without it would lose the document when sorting.
  private static List<byte[]> encoded(Collection<?> elements) {
    return elements.isEmpty()
        ? List.of(KeyEncoding.emptyArray())
        : elements.stream().map(KeyEncoding::of).toList();
  }
}
