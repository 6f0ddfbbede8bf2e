package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Predicate;
import org.masterplan.embeddedmongo.bson.BsonReader;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.Entries;
import org.masterplan.embeddedmongo.kv.Entry;
import org.masterplan.embeddedmongo.kv.KeyRange;
import org.masterplan.embeddedmongo.kv.Table;
import org.masterplan.embeddedmongo.kv.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every index when a store is opened and makes damaged ones anew. A sample from both ends,
 * in bounded time; {@link ConsistencyCheck} looks at everything.
 */
final class IndexVerification {
  private static final Logger log = LoggerFactory.getLogger(IndexVerification.class);
  private static final int SAMPLE = 100;

  private final StoreCollection collection;
  private final CollectionStorage storage;

  private IndexVerification(StoreCollection collection) {
    this.collection = collection;
    this.storage = collection.storage();
  }

  /** Called before the first client. */
  static void run(StoreBackend backend) {
    backend.collections().forEach(each -> new IndexVerification(each).run());
  }

  private void run() {
    for (StoredIndex index : storage.secondaryIndexes()) {
      if (isDamaged(index)) {
        log.warn("index {} of {} is made anew", index.name(), collection.getFullName());
        new IndexBuilding(collection, storage).rebuild(index);
      }
    }
  }

  private boolean isDamaged(StoredIndex index) {
    try (View view = storage.store().view()) {
      byte[] key = Bytes.ofInt(index.table().number());
      return view.get(Catalog.SUSPECT, key) != null
          || !allOf(view, storage.documents(), stored -> hasEntries(view, index, stored))
          || !allOf(view, index.table(), entry -> hasDocument(view, index, entry));
    }
  }

  /** Whether the first and the last few of a table are as they should be. */
  private static boolean allOf(View view, Table table, Predicate<Entry> sound) {
    for (boolean reverse : new boolean[] {false, true}) {
      try (Entries entries = view.scan(table, KeyRange.EVERYTHING, reverse)) {
        for (int i = 0; i < SAMPLE && entries.hasNext(); i++) {
          if (!sound.test(entries.next())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean hasEntries(View view, StoredIndex index, Entry stored) {
    Document document = BsonReader.decode(stored.value());
    return storage.entries(index).areIn(view, document, new Position(stored.key()));
  }

  private boolean hasDocument(View view, StoredIndex index, Entry entry) {
    Position position = storage.entries(index).document(entry);
    byte[] stored = view.get(storage.documents(), position.key());
    return stored != null
        && storage
            .entries(index)
            .keys(BsonReader.decode(stored), position)
            .contains(new Position(entry.key()));
  }
}
