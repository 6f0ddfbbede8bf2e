package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.index.IndexDefinition;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.index.StoredIndex;

/**
 * A collection as the library sees it. One writer at a time; the library computes what a write
 * changes, {@link CollectionStorage} stores it. Readers take no lock.
 */
final class StoreCollection extends AbstractMongoCollection<Position> {
  private static final int NAMESPACE_NOT_FOUND = 26;
  private static final int INSERTS_PER_BATCH = 500;

  private final CollectionStorage storage;
  private final ReentrantLock writing = new ReentrantLock();
  private final List<Stream<Document>> readByWriter = new ArrayList<>();
  private int mostToUpdate;
  private boolean dropped;

  StoreCollection(MongoDatabase database, CollectionStorage storage) {
    super(
        database,
        storage.entry().name().collection(),
        CollectionOptions.withDefaults(),
        new CursorRegistry());
    this.storage = storage;
    super.addIndex(new LockedIndexes(storage));
  }

  CollectionStorage storage() {
    return storage;
  }

  /** Begins to answer {@code query}; the caller closes the stream. */
  Stream<Document> find(FindQuery query) {
    Stream<Document> found = Finding.begin(storage, query).stream().map(StoredDocument::whole);
    Document fields = query.projection();
    return fields == null || fields.isEmpty() ? found : found.map(each -> projected(each, fields));
  }

  /** The same as bytes; whole documents are not read for it. */
  Stream<byte[]> findBytes(FindQuery query) {
    Document fields = query.projection();
    return fields == null || fields.isEmpty()
        ? Finding.begin(storage, query).stream().map(StoredDocument::bson)
        : find(query).map(Documents::encode);
  }

  // The library keeps its projection to itself; this is the door to it.
  private Document projected(Document document, Document fields) {
    @Nullable Comparator<Document> anyOrder = null;
    return matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, anyOrder, fields)
        .iterator()
        .next();
  }

  private <T> T write(Supplier<T> work) {
    writing.lock();
    try {
      if (dropped) {
        throw new MongoServerError(
            NAMESPACE_NOT_FOUND, "NamespaceNotFound", "the collection was dropped meanwhile");
      }
      return work.get();
    } finally {
      if (writing.getHoldCount() == 1) {
        finishWriting();
      }
      writing.unlock();
    }
  }

  private void finishWriting() {
    storage.discard(); // empty unless the work failed
    readByWriter.forEach(Stream::close);
    readByWriter.clear();
    mostToUpdate = 0;
  }

  @Override
  public void addDocument(Document document) {
    insertMany(() -> insert(document, null));
  }

  // As the library does it, but for the bytes: as they came they need not be made again.
  private void stageInsert(Document document, byte @Nullable [] bson) {
    if (document.get("_id") instanceof Collection) {
      throw new InvalidIdFieldError("The '_id' value cannot be of type array");
    }
    boolean complete = document.containsKey("_id");
    if (!complete) {
      document.put("_id", new ObjectId());
    }
    byte[] stored = complete && bson != null ? bson : Documents.encode(document);
    storage.stageInsert(this, document, Documents.checked(stored));
  }

  /** Runs {@code inserts}, which call {@link #insert}, and stores many documents at once. */
  void insertMany(Runnable inserts) {
    write(
        () -> {
          inserts.run();
          storage.commit(storage.stagedInserts());
          return true;
        });
  }

  /**
   * Adds a document to those stored together.
   *
   * @param bson the same as bytes; null = to be made
   */
  void insert(Document document, byte @Nullable [] bson) {
    stageInsert(document, bson);
    if (storage.stagedInserts() >= INSERTS_PER_BATCH) {
      storage.commit(storage.stagedInserts());
    }
  }

  @Override
  protected Position addDocumentInternal(Document document) {
    throw new UnsupportedOperationException("documents are added by stageInsert");
  }

  @Override
  public void removeDocument(Document document) {
    write(
        () -> {
          storage.stageDelete(document);
          storage.commit(-1);
          return true;
        });
  }

  @Override
  protected void removeDocument(Position position) {
    throw new UnsupportedOperationException("documents are removed by stageDelete");
  }

  @Override
  protected void handleUpdate(Position position, Document oldDocument, Document newDocument) {
    storage.commit(0); // staged by the index callback before
  }

  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    return write(
        () -> {
          mostToUpdate = multi ? 0 : 1;
          return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
        });
  }

  @Override
  public Document findAndModify(Document query) {
    return write(() -> super.findAndModify(query));
  }

  @Override
  public int deleteDocuments(Document selector, int limit, Oplog oplog) {
    return write(
        () -> {
          FindQuery query = new FindQuery(selector, null, 0, Math.max(0, limit), null);
          try (Stream<Document> found = find(query)) {
            return found.mapToInt(this::deleted).sum();
          }
        });
  }

  private int deleted(Document document) {
    removeDocument(document);
    return 1;
  }

  /** Lazy for the writer, who closes it when it is done; a list for everybody else. */
  @Override
  protected QueryResult queryDocuments(
      Document filter,
      @Nullable Document sort,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    boolean writer = writing.isHeldByCurrentThread();
    int most = writer && limit == 0 ? mostToUpdate : limit;
    Stream<Document> found = find(new FindQuery(filter, sort, skip, most, projection));
    if (writer) {
      readByWriter.add(found);
      return new QueryResult(found::iterator);
    }
    try (found) {
      return new QueryResult(found.toList());
    }
  }

  @Override
  protected QueryResult matchDocuments(
      Document filter,
      @Nullable Document sort,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    return queryDocuments(filter, sort, skip, limit, batchSize, projection);
  }

  @Override
  protected Stream<DocumentWithPosition<Position>> streamAllDocumentsWithPosition() {
    return find(FindQuery.all(new Document()))
        .map(each -> new DocumentWithPosition<>(each, CollectionStorage.position(each)));
  }

  @Override
  protected @Nullable Document getDocument(Position position) {
    return storage.get(position);
  }

  @Override
  public int count() {
    return Math.toIntExact(storage.count());
  }

  @Override
  public int count(@Nullable Document filter, int skip, int limit) {
    if (filter == null || filter.isEmpty()) {
      long rest = Math.max(0, storage.count() - skip);
      return Math.toIntExact(limit > 0 ? Math.min(limit, rest) : rest);
    }
    FindQuery query = new FindQuery(filter, null, skip, Math.max(0, limit), null);
    try (Stream<byte[]> found = findBytes(query)) {
      return Math.toIntExact(found.mapToLong(each -> 1).sum());
    }
  }

  /** Creates the index unless it is there already. */
  void createIndex(IndexDefinition definition) {
    write(
        () -> {
          if (!IndexConflicts.exists(storage, definition)) {
            new IndexBuilding(this, storage).build(definition);
          }
          return true;
        });
  }

  void removeIndex(StoredIndex index) {
    write(
        () -> {
          storage.remove(index);
          return true;
        });
  }

  @Override
  public void drop() {
    write(
        () -> {
          storage.drop();
          dropped = true;
          return true;
        });
  }

  @Override
  public void renameTo(MongoDatabase newDatabase, String newName) {
    write(
        () -> {
          storage.rename(new CollectionEntry.Name(newDatabase.getDatabaseName(), newName));
          super.renameTo(newDatabase, newName);
          return true;
        });
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
