package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import org.masterplan.embeddedmongo.bson.BsonReader;
import org.masterplan.embeddedmongo.index.Columns;
import org.masterplan.embeddedmongo.index.IndexDefinition;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.Batch;
import org.masterplan.embeddedmongo.kv.Entries;
import org.masterplan.embeddedmongo.kv.KeyRange;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.View;

/**
 * Builds an index from the documents already there. The catalog learns of it last: a process that
 * ends in between leaves a table that the next start clears.
 */
final class IndexBuilding {
  private static final int BATCH = 2_000;

  private final StoreCollection owner;
  private final CollectionStorage storage;

  IndexBuilding(StoreCollection owner, CollectionStorage storage) {
    this.owner = owner;
    this.storage = storage;
  }

  /** Called under the collection's write lock. */
  void build(IndexDefinition definition) {
    storage.add(built(definition));
  }

  /** Puts an index made anew in the place of {@code damaged}. Nobody may be writing. */
  void rebuild(StoredIndex damaged) {
    storage.replace(damaged, built(damaged.definition()));
  }

  private StoredIndex built(IndexDefinition definition) {
    OrderedStore store = storage.store();
    StoredIndex index = new StoredIndex(definition, storage.newTable(), 0, Columns.NONE);
    try {
      fill(store, index);
    } catch (RuntimeException e) {
      store.clear(index.table());
      throw e;
    }
    return new StoredIndex(definition, index.table(), store.sequence(), index.arrays());
  }

  private void fill(OrderedStore store, StoredIndex index) {
    Batch batch = new Batch();
    int most = index.definition().unique() ? 1 : BATCH;
    try (View view = store.view();
        Entries entries = view.scan(storage.documents(), KeyRange.EVERYTHING, false)) {
      while (entries.hasNext()) {
        Document document = BsonReader.decode(entries.next().value());
        add(storage.entries(index), document, batch);
        if (batch.size() >= most) {
          store.apply(batch);
          batch.clear();
        }
      }
    }
    store.apply(batch);
  }

  private void add(IndexEntries entries, Document document, Batch batch) {
    Position position = CollectionStorage.position(document);
    if (entries.index().definition().unique() && entries.clash(document, position)) {
      throw new DuplicateKeyError(owner, entries.index().name());
    }
    entries.put(batch, document, position);
  }
}
