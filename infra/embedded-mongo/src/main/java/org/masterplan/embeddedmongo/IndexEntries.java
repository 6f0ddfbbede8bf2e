package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.masterplan.embeddedmongo.index.Columns;
import org.masterplan.embeddedmongo.index.DocumentKeys;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.Batch;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.Entry;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.View;

/**
 * The entries of documents in a secondary index. An entry's key is the field values followed by the
 * document's key; its value is the length of the latter. In a unique index the key is the field
 * values alone and the value is the document's key: whether a value is taken is one point read.
 */
record IndexEntries(OrderedStore store, StoredIndex index) {

  /** A document before and after an update. */
  record Versions(Document before, Document after) {}

  /** Adds the entries to {@code batch} and answers their keys. */
  Set<Position> put(Batch batch, Document document, Position position) {
    byte[] value = value(position);
    Set<Position> entries = marked(document, position);
    entries.forEach(entry -> batch.put(index.table(), entry.key(), value));
    return entries;
  }

  private byte[] value(Position position) {
    return index.definition().unique() ? position.key() : Bytes.ofInt(position.key().length);
  }

  void delete(Batch batch, Document document, Position position) {
    for (Position entry : keys(document, position)) {
      batch.delete(index.table(), entry.key());
    }
  }

  void replace(Batch batch, Versions versions, Position position) {
    Set<Position> before = keys(versions.before(), position);
    Set<Position> after = marked(versions.after(), position);
    before.stream()
        .filter(entry -> !after.contains(entry))
        .forEach(entry -> batch.delete(index.table(), entry.key()));
    byte[] value = value(position);
    after.stream()
        .filter(entry -> !before.contains(entry))
        .forEach(entry -> batch.put(index.table(), entry.key(), value));
  }

  /** Whether a document other than {@code self} has one of the unique keys of {@code document}. */
  boolean clash(Document document, Position self) {
    return DocumentKeys.of(index.definition(), document).keys().stream()
        .map(key -> store.get(index.table(), key.key()))
        .anyMatch(owner -> owner != null && !Arrays.equals(owner, self.key()));
  }

  /** The document an entry points to. */
  Position document(Entry entry) {
    if (index.definition().unique()) {
      return new Position(entry.value());
    }
    int length = ByteBuffer.wrap(entry.value()).getInt();
    byte[] key = entry.key();
    return new Position(Arrays.copyOfRange(key, key.length - length, key.length));
  }

  /** Whether all entries that {@code document} must have are there and point to it. */
  boolean areIn(View view, Document document, Position position) {
    return keys(document, position).stream()
        .allMatch(
            key -> {
              byte[] stored = view.get(index.table(), key.key());
              return stored != null && document(new Entry(key.key(), stored)).equals(position);
            });
  }

  /** The keys of the entries that {@code document} must have. */
  Set<Position> keys(Document document, Position position) {
    return whole(DocumentKeys.of(index.definition(), document), position);
  }

  /** The same; marks the index as soon as a document has an array. */
  private Set<Position> marked(Document document, Position position) {
    DocumentKeys keys = DocumentKeys.of(index.definition(), document);
    if (!index.arrays().include(keys.arrays())) {
      mark(index.arrays().plus(keys.arrays()));
    }
    return whole(keys, position);
  }

  // On its own and at once: in the batch it would be lost with it, and never be written again.
  private void mark(Columns arrays) {
    Batch batch = new Batch();
    batch.put(Catalog.MULTIKEY, Bytes.ofInt(index.table().number()), arrays.stored());
    store.apply(batch);
    index.mark(arrays);
  }

  private Set<Position> whole(DocumentKeys keys, Position position) {
    if (index.definition().unique()) {
      return keys.keys();
    }
    Set<Position> whole = HashSet.newHashSet(keys.keys().size());
    keys.keys().forEach(key -> whole.add(new Position(Bytes.concat(key.key(), position.key()))));
    return whole;
  }
}
