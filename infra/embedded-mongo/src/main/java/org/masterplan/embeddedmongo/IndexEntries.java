package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.masterplan.embeddedmongo.index.DocumentKeys;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.Batch;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.Entries;
import org.masterplan.embeddedmongo.kv.Entry;
import org.masterplan.embeddedmongo.kv.KeyRange;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.View;

/**
 * The entries of a document in a secondary index. An entry's key is the field values followed by
 * the document's key; its value is the length of the latter.
 */
final class IndexEntries {
  private IndexEntries() {}

  static void put(Batch batch, StoredIndex index, Document document, Position position) {
    for (Position entry : keys(batch, index, document, position)) {
      batch.put(index.table(), entry.key(), Bytes.ofInt(position.key().length));
    }
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
    after.stream()
        .filter(entry -> !before.contains(entry))
        .forEach(
            entry -> batch.put(index.table(), entry.key(), Bytes.ofInt(position.key().length)));
  }

  /** A document before and after an update. */
  record Versions(Document before, Document after) {}

  /** Whether a document other than {@code self} has one of the unique keys of {@code document}. */
  static boolean clashes(OrderedStore store, StoredIndex index, Document document, Position self) {
    Set<Position> keys = DocumentKeys.of(index.definition(), document).keys();
    if (keys.isEmpty()) {
      return false;
    }
    try (View view = store.view()) {
      return keys.stream().anyMatch(key -> isTaken(view, index, key, self));
    }
  }

  private static boolean isTaken(View view, StoredIndex index, Position key, Position self) {
    try (Entries entries = view.scan(index.table(), KeyRange.startingWith(key.key()), false)) {
      while (entries.hasNext()) {
        if (!document(entries.next()).equals(self)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The document an entry points to. */
  static Position document(Entry entry) {
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
    return whole(keys, position);
  }

  /** The keys of the entries that {@code document} must have. */
  static Set<Position> keys(StoredIndex index, Document document, Position position) {
    return whole(DocumentKeys.of(index.definition(), document), position);
  }

  private static Set<Position> whole(DocumentKeys keys, Position position) {
    return keys.keys().stream()
        .map(key -> new Position(Bytes.concat(key.key(), position.key())))
        .collect(Collectors.toSet());
  }
}
