package org.masterplan.embeddedmongo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.masterplan.embeddedmongo.bson.BsonReader;
import org.masterplan.embeddedmongo.kv.Batch;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.Entries;
import org.masterplan.embeddedmongo.kv.KeyRange;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.Table;
import org.masterplan.embeddedmongo.kv.View;

/** Which collections and indexes there are and which tables are theirs. */
final class Catalog {
  static final Table COUNTERS = new Table(1);
  static final Table MULTIKEY = new Table(2);
  static final Table SUSPECT = new Table(3);

  private static final Table CATALOG = new Table(0);

  private static final int FORMAT = 2;
  private static final int FIRST_TABLE = 16;
  private static final byte[] FORMAT_KEY = {0};
  private static final byte[] NEXT_TABLE_KEY = {1};
  private static final byte[] COLLECTION_PREFIX = {2};

  private final OrderedStore store;
  private final Examined examined = new Examined();
  private int nextTable;

  private Catalog(OrderedStore store, int nextTable) {
    this.store = store;
    this.nextTable = nextTable;
  }

  /**
   * Reads the catalog of {@code store} and removes what a process that ended while building an
   * index or dropping a collection left behind.
   *
   * @param folder of the store
   * @throws StoreOfOtherRelease when it is laid out in another way than this release does it
   */
  static Catalog open(OrderedStore store, Path folder) {
    checkFormat(store, folder);
    byte[] next = store.get(CATALOG, NEXT_TABLE_KEY);
    Catalog catalog = new Catalog(store, next == null ? FIRST_TABLE : readInt(next));
    catalog.clearUnusedTables();
    return catalog;
  }

  private static void checkFormat(OrderedStore store, Path folder) {
    byte[] stored = store.get(CATALOG, FORMAT_KEY);
    if (stored == null) {
      Batch batch = new Batch();
      batch.put(CATALOG, FORMAT_KEY, Bytes.ofInt(FORMAT));
      store.apply(batch);
    } else if (readInt(stored) != FORMAT) {
      throw new StoreOfOtherRelease(folder, readInt(stored), FORMAT);
    }
  }

  Examined examined() {
    return examined;
  }

  private void clearUnusedTables() {
    Set<Integer> used = new HashSet<>();
    collections().forEach(each -> used.addAll(each.tables()));
    try (View view = store.view()) {
      for (int number = FIRST_TABLE; number < nextTable; number++) {
        Table table = new Table(number);
        if (!used.contains(number) && !isEmpty(view, table)) {
          store.clear(table);
        }
      }
    }
  }

  private static boolean isEmpty(View view, Table table) {
    try (Entries entries = view.scan(table, KeyRange.EVERYTHING, false)) {
      return !entries.hasNext();
    }
  }

  synchronized List<CollectionEntry> collections() {
    List<CollectionEntry> found = new ArrayList<>();
    try (View view = store.view();
        Entries entries = view.scan(CATALOG, KeyRange.startingWith(COLLECTION_PREFIX), false)) {
      entries.forEachRemaining(
          entry -> found.add(CollectionEntry.of(BsonReader.decode(entry.value()))));
    }
    return found;
  }

  /** A table nobody had before: numbers are never given twice. */
  synchronized Table newTable() {
    Table table = new Table(nextTable++);
    Batch batch = new Batch();
    batch.put(CATALOG, NEXT_TABLE_KEY, Bytes.ofInt(nextTable));
    store.apply(batch);
    return table;
  }

  synchronized void save(CollectionEntry entry) {
    Batch batch = new Batch();
    batch.put(CATALOG, key(entry.name()), Documents.encode(entry.toDocument()));
    store.apply(batch);
  }

  synchronized void rename(CollectionEntry entry, CollectionEntry.Name name) {
    Batch batch = new Batch();
    batch.delete(CATALOG, key(entry.name()));
    batch.put(CATALOG, key(name), Documents.encode(entry.renamed(name).toDocument()));
    store.apply(batch);
  }

  /** Forgets the collection and empties its tables. */
  synchronized void remove(CollectionEntry entry) {
    Batch batch = new Batch();
    batch.delete(CATALOG, key(entry.name()));
    batch.delete(COUNTERS, Bytes.ofInt(entry.table()));
    store.apply(batch);
    entry.tables().forEach(number -> store.clear(new Table(number)));
  }

  private static byte[] key(CollectionEntry.Name name) {
    byte[] text = (name.database() + '\0' + name.collection()).getBytes(StandardCharsets.UTF_8);
    return Bytes.concat(COLLECTION_PREFIX, text);
  }

  private static int readInt(byte[] value) {
    return ByteBuffer.wrap(value).getInt();
  }
}
