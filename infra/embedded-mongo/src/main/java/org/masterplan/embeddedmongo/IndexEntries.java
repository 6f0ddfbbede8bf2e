package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.masterplan.embeddedmongo.index.DocumentKeys;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.Batch;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.Entry;
import org.masterplan.embeddedmongo.kv.OrderedStore;

/**
 * The entries of a document in a secondary index. An entry's key is the field values followed by
 * the document's key; its value is the length of the latter. In a unique index the key is the field
 * values alone and the value is the document's key: whether a value is taken is one point read.
 */
final class IndexEntries {
  private IndexEntries() {}

  static void put(Batch batch, StoredIndex index, Document document, Position position) {
    byte[] value = value(index, position);
    for (Position entry : keys(batch, index, document, position)) {
      batch.put(index.table(), entry.key(), value);
    }
  }

  private static byte[] value(StoredIndex index, Position position) {
    return index.definition().unique() ? position.key() : Bytes.ofInt(position.key().length);
  }

  static void delete(Batch batch, StoredIndex index, Document document, Position position) {
    for (Position entry : keys(batch, index, document, position)) {
      batch.delete(index.table(), entry.key());
    }
  }

  static void replace(Batch batch, StoredIndex index, Versions versions, Position position) {
    Set<Position> before = keys(batch, index, versions.before(), position);
    Set<Position> after = keys(batch, index, versions.after(), position);
    before.stream()
        .filter(entry -> !after.contains(entry))
        .forEach(entry -> batch.delete(index.table(), entry.key()));
    byte[] value = value(index, position);
    after.stream()
        .filter(entry -> !before.contains(entry))
        .forEach(entry -> batch.put(index.table(), entry.key(), value));
  }

  /** A document before and after an update. */
  record Versions(Document before, Document after) {}

  /** Whether a document other than {@code self} has one of the unique keys of {@code document}. */
  static boolean clashes(OrderedStore store, StoredIndex index, Document document, Position self) {
    return DocumentKeys.of(index.definition(), document).keys().stream()
        .map(key -> store.get(index.table(), key.key()))
        .anyMatch(owner -> owner != null && !Arrays.equals(owner, self.key()));
  }

  /** The document an entry points to. */
  static Position document(StoredIndex index, Entry entry) {
    if (index.definition().unique()) {
      return new Position(entry.value());
    }
    int length = java.nio.ByteBuffer.wrap(entry.value()).getInt();
    byte[] key = entry.key();
    return new Position(Arrays.copyOfRange(key, key.length - length, key.length));
  }

  /** Whole entry keys; marks the index as soon as one document has several. */
  private static Set<Position> keys(
      Batch batch, StoredIndex index, Document document, Position position) {
    DocumentKeys keys = DocumentKeys.of(index.definition(), document);
    if (keys.multikey() && !index.isMultikey()) {
      index.markMultikey();
      batch.put(Catalog.MULTIKEY, Bytes.ofInt(index.table().number()), new byte[] {1});
    }
    return whole(index, keys, position);
  }

  /** The keys of the entries that {@code document} must have. */
  static Set<Position> keys(StoredIndex index, Document document, Position position) {
    return whole(index, DocumentKeys.of(index.definition(), document), position);
  }

  private static Set<Position> whole(StoredIndex index, DocumentKeys keys, Position position) {
    if (index.definition().unique()) {
      return keys.keys();
    }
    Set<Position> whole = new HashSet<>();
    keys.keys().forEach(key -> whole.add(new Position(Bytes.concat(key.key(), position.key()))));
    return whole;
  }
}
