package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.bson.BsonReader;
import org.masterplan.embeddedmongo.index.Columns;
import org.masterplan.embeddedmongo.index.IndexDefinition;
import org.masterplan.embeddedmongo.index.KeyEncoding;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.Batch;
import org.masterplan.embeddedmongo.kv.Bytes;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.Table;

/**
 * One collection in the store: its documents, their number and its indexes. Writes are staged and
 * then committed as one batch; only the holder of the collection's write lock may write.
 */
final class CollectionStorage {
  private static final IndexDefinition ID_INDEX =
      IndexDefinition.of(
          new Document("v", 2).append("key", new Document("_id", 1)).append("name", "_id_"));

  private final OrderedStore store;
  private final Catalog catalog;
  private final Table documents;
  private final Batch staged = new Batch();
  // Keys of the inserts staged, which the store does not know yet.
  private final Set<Position> stagedKeys = new HashSet<>();
  private int stagedInserts;
  private volatile CollectionEntry entry;
  private volatile List<StoredIndex> indexes;
  private volatile long count;

  CollectionStorage(OrderedStore store, Catalog catalog, CollectionEntry entry) {
    this.store = store;
    this.catalog = catalog;
    this.entry = entry;
    this.documents = new Table(entry.table());
    this.indexes = openIndexes();
    byte[] counter = store.get(Catalog.COUNTERS, Bytes.ofInt(entry.table()));
    this.count = counter == null ? 0 : ByteBuffer.wrap(counter).getLong();
  }

  private List<StoredIndex> openIndexes() {
    List<StoredIndex> opened = new ArrayList<>();
    opened.add(StoredIndex.primary(ID_INDEX, documents));
    for (CollectionEntry.IndexEntry each : entry.indexes()) {
      byte[] marked = store.get(Catalog.MULTIKEY, Bytes.ofInt(each.table()));
      Columns arrays = marked == null ? Columns.NONE : Columns.read(marked);
      opened.add(new StoredIndex(each.definition(), new Table(each.table()), 0, arrays));
    }
    return List.copyOf(opened);
  }

  OrderedStore store() {
    return store;
  }

  CollectionEntry entry() {
    return entry;
  }

  Table documents() {
    return documents;
  }

  /** All indexes, the primary one first. */
  List<StoredIndex> indexes() {
    return indexes;
  }

  List<StoredIndex> secondaryIndexes() {
    List<StoredIndex> all = indexes;
    return all.subList(1, all.size());
  }

  Optional<StoredIndex> index(String name) {
    return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
  }

  IndexEntries entries(StoredIndex index) {
    return new IndexEntries(store, index);
  }

  long count() {
    return count;
  }

  static Position position(Document document) {
    return new Position(KeyEncoding.of(document.get("_id")));
  }

  @Nullable Document get(Position position) {
    byte[] stored = store.get(documents, position.key());
    return stored == null ? null : BsonReader.decode(stored);
  }

  /**
   * Stages all of {@code document} or, when it may not be added to what is stored and staged or
   * cannot be indexed, nothing of it.
   *
   * @param bson the same as bytes
   * @throws DuplicateKeyError when its id or another unique key is taken
   */
  void stageInsert(StoreCollection owner, Document document, byte[] bson) {
    Batch.Mark before = staged.mark();
    List<Position> own = new ArrayList<>();
    try {
      Position position = position(document);
      claim(owner, ID_INDEX.name(), documents, position, own);
      staged.put(documents, position.key(), bson);
      for (StoredIndex index : secondaryIndexes()) {
        Set<Position> entries = entries(index).put(staged, document, position);
        if (index.definition().unique()) {
          entries.forEach(entry -> claim(owner, index.name(), index.table(), entry, own));
        }
      }
    } catch (RuntimeException e) {
      staged.backTo(before);
      throw e;
    }
    stagedKeys.addAll(own);
    stagedInserts++;
  }

  private void claim(
      StoreCollection owner, String index, Table table, Position key, List<Position> own) {
    Position claimed = staged(table, key);
    if (stagedKeys.contains(claimed) || store.get(table, key.key()) != null) {
      throw new DuplicateKeyError(owner, index);
    }
    own.add(claimed);
  }

  int stagedInserts() {
    return stagedInserts;
  }

  void stageUpdate(IndexEntries.Versions versions) {
    Position position = position(versions.before());
    staged.put(documents, position.key(), Documents.encode(versions.after()));
    secondaryIndexes().forEach(index -> entries(index).replace(staged, versions, position));
  }

  void stageDelete(Document document) {
    Position position = position(document);
    staged.delete(documents, position.key());
    secondaryIndexes().forEach(index -> entries(index).delete(staged, document, position));
  }

  /** Makes what was staged visible at once; {@code added} documents more than before. */
  void commit(int added) {
    try {
      if (added != 0) {
        byte[] counter = Bytes.ofInt(documents.number());
        staged.put(Catalog.COUNTERS, counter, Bytes.ofLong(count + added));
      }
      store.apply(staged);
      count += added;
    } finally {
      discard();
    }
  }

  void discard() {
    staged.clear();
    stagedKeys.clear();
    stagedInserts = 0;
  }

  private static Position staged(Table table, Position key) {
    return new Position(Bytes.concat(Bytes.ofInt(table.number()), key.key()));
  }

  /**
   * @throws DuplicateKeyError when another document has a unique key of {@code document}
   */
  void checkUnique(StoreCollection owner, Document document) {
    Position self = position(document);
    for (StoredIndex index : secondaryIndexes()) {
      if (index.definition().unique() && entries(index).clash(document, self)) {
        throw new DuplicateKeyError(owner, index.name());
      }
    }
  }

  void add(StoredIndex index) {
    List<CollectionEntry.IndexEntry> entries = new ArrayList<>(entry.indexes());
    entries.add(entryOf(index));
    save(entries);
    List<StoredIndex> more = new ArrayList<>(indexes);
    more.add(index);
    indexes = List.copyOf(more);
  }

  /** Changes the place of an index in one step; the old entries go last. */
  void replace(StoredIndex old, StoredIndex fresh) {
    save(
        entry.indexes().stream()
            .map(each -> each.table() == old.table().number() ? entryOf(fresh) : each)
            .toList());
    indexes = indexes.stream().map(each -> each == old ? fresh : each).toList();
    store.clear(old.table());
  }

  private static CollectionEntry.IndexEntry entryOf(StoredIndex index) {
    return new CollectionEntry.IndexEntry(index.definition(), index.table().number());
  }

  /** Readers that began before keep the entries; {@link OrderedStore#clear} spares their views. */
  void remove(StoredIndex index) {
    save(entry.indexes().stream().filter(each -> each.table() != index.table().number()).toList());
    indexes = indexes.stream().filter(each -> each != index).toList();
    store.clear(index.table());
  }

  private void save(List<CollectionEntry.IndexEntry> entries) {
    CollectionEntry changed = new CollectionEntry(entry.name(), entry.table(), entries);
    catalog.save(changed);
    entry = changed;
  }

  Examined examined() {
    return catalog.examined();
  }

  /** Has {@code index} made anew when the store is opened next. */
  void suspect(StoredIndex index) {
    Batch batch = new Batch();
    batch.put(Catalog.SUSPECT, Bytes.ofInt(index.table().number()), new byte[] {1});
    store.apply(batch);
  }

  Table newTable() {
    return catalog.newTable();
  }

  void drop() {
    catalog.remove(entry);
  }

  void rename(CollectionEntry.Name name) {
    catalog.rename(entry, name);
    entry = entry.renamed(name);
  }
}
