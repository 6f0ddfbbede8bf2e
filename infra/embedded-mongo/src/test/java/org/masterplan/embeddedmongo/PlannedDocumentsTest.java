package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.embeddedmongo.index.IndexDefinition;
import org.masterplan.embeddedmongo.index.Planner;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.Batch;
import org.masterplan.embeddedmongo.kv.Entries;
import org.masterplan.embeddedmongo.kv.KeyRange;
import org.masterplan.embeddedmongo.kv.Memory;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.RocksStore;
import org.masterplan.embeddedmongo.kv.Table;
import org.masterplan.embeddedmongo.kv.View;

class PlannedDocumentsTest {
  @TempDir Path folder;

  /** Remembers what was scanned. */
  private record Watched(View view, List<Entries> scanned) implements View {
    @Override
    public long sequence() {
      return view.sequence();
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
      return view.get(table, key);
    }

    @Override
    public Entries scan(Table table, KeyRange range, boolean reverse) {
      Entries entries = view.scan(table, range, reverse);
      scanned.add(entries);
      return entries;
    }

    @Override
    public void close() {
      view.close();
    }
  }

  @Test
  void close_afterCounting_closesWhatWasScanned() {
    try (OrderedStore store = RocksStore.open(folder.resolve("store"), new Memory(8, 8))) {
      CollectionStorage storage = filled(store);

      assertThat(scannedWhen(storage, new Document("a", 1))).hasSize(1);
      assertThat(scannedWhen(storage, new Document("a", 1).append("b", 1))).hasSize(2);
    }
  }

  private static List<Entries> scannedWhen(CollectionStorage storage, Document filter) {
    try (Watched view = new Watched(storage.store().view(), new ArrayList<>())) {
      var plan = new Planner(storage.indexes()).plan(filter, null);
      var documents = new PlannedDocuments(view, storage, plan, Set.of());
      assertThat(documents.countEntries(3)).isEqualTo(3);
      assertThat(documents.entriesExamined()).isGreaterThanOrEqualTo(3);
      assertThat(view.scanned().stream().allMatch(Entries::hasNext)).isTrue();

      documents.close();

      assertThat(view.scanned().stream().noneMatch(Entries::hasNext)).isTrue();
      return view.scanned();
    }
  }

  /** Ten documents with the same two values, each of which is in an index. */
  private CollectionStorage filled(OrderedStore store) {
    CollectionStorage storage =
        new CollectionStorage(
            store,
            Catalog.open(store, folder),
            new CollectionEntry(
                new CollectionEntry.Name("d", "c"), 16, List.of(index("a", 17), index("b", 18))));
    Batch batch = new Batch();
    for (int i = 0; i < 10; i++) {
      Document document = new Document("_id", i).append("a", 1).append("b", 1);
      for (StoredIndex index : storage.secondaryIndexes()) {
        storage.entries(index).put(batch, document, CollectionStorage.position(document));
      }
    }
    store.apply(batch);
    return storage;
  }

  private static CollectionEntry.IndexEntry index(String field, int table) {
    Document key = new Document("key", new Document(field, 1)).append("name", field);
    return new CollectionEntry.IndexEntry(IndexDefinition.of(key), table);
  }
}
