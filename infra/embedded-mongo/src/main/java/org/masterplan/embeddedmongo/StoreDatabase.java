package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.index.Position;
import org.masterplan.embeddedmongo.kv.OrderedStore;

/**
 * A database: its collections by name. The library's own bookkeeping (system collections, results
 * remembered per connection) is replaced by the catalog; what it still does is compute updates.
 */
final class StoreDatabase extends AbstractMongoDatabase<Position> {
  private static final int NAMESPACE_NOT_FOUND = 26;
  private static final int INVALID_NAMESPACE = 73;

  /** One at a time: each holds two databases, and opposite ones would wait for each other. */
  private static final Object MOVING = new Object();

  private final OrderedStore store;
  private final Catalog catalog;
  private final Reads reads;
  private final Writes writes = new Writes(this);
  private final Definitions definitions = new Definitions(this);
  private final Map<String, StoreCollection> collections = new ConcurrentHashMap<>();

  StoreDatabase(String name, OrderedStore store, Catalog catalog, Cursors cursors) {
    super(name, new CursorRegistry());
    this.store = store;
    this.catalog = catalog;
    this.reads = new Reads(this, cursors);
    catalog.collections().stream()
        .filter(entry -> entry.name().database().equals(name))
        .forEach(this::open);
  }

  private StoreCollection open(CollectionEntry entry) {
    StoreCollection collection =
        new StoreCollection(this, new CollectionStorage(store, catalog, entry));
    collections.put(entry.name().collection(), collection);
    return collection;
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
    return switch (command.toLowerCase(Locale.ROOT)) {
      case "find" -> reads.find(query);
      case "count" -> reads.count(query);
      case "distinct" -> reads.distinct(query);
      case "aggregate" -> reads.aggregate(query, resolver, oplog);
      case "explain" -> reads.explain(query);
      case "insert" -> writes.insert(query);
      case "update" ->
          writes.update(
              query, each -> super.handleCommand(channel, "update", each, resolver, oplog));
      case "delete" -> writes.delete(query, oplog);
      case "create" -> definitions.create(query);
      case "drop" -> definitions.drop(query, oplog);
      case "createindexes" -> definitions.createIndexes(query);
      case "dropindexes" -> definitions.dropIndexes(query);
      case "listindexes" -> definitions.listIndexes(query);
      case "listcollections" -> definitions.listCollections(query);
      case "findandmodify" -> {
        Hints.check(collection(String.valueOf(query.get(command))), query.get("hint"));
        yield super.handleCommand(channel, command, query, resolver, oplog);
      }
      default -> throw new NoSuchCommandException(command); // the library would log its content
    };
  }

  Map<String, StoreCollection> collections() {
    return Map.copyOf(collections);
  }

  @Nullable StoreCollection collection(String name) {
    return collections.get(name);
  }

  String fullName(String collection) {
    return getDatabaseName() + "." + collection;
  }

  /**
   * @throws MongoServerError when there is none of that name
   */
  StoreCollection existing(String name) {
    StoreCollection collection = collections.get(name);
    if (collection == null) {
      throw new MongoServerError(
          NAMESPACE_NOT_FOUND, "NamespaceNotFound", "ns not found: " + fullName(name));
    }
    return collection;
  }

  @Override
  public @Nullable StoreCollection resolveCollection(String name, boolean throwIfNotFound) {
    return throwIfNotFound ? existing(name) : collection(name);
  }

  @Override
  protected StoreCollection resolveOrCreateCollection(String name) {
    StoreCollection collection = collections.get(name);
    return collection != null ? collection : createIfAbsent(name);
  }

  private synchronized StoreCollection createIfAbsent(String name) {
    StoreCollection collection = collections.get(name);
    return collection != null ? collection : create(name);
  }

  private StoreCollection create(String name) {
    if (name.isEmpty() || name.contains("$") || name.startsWith("system.")) {
      throw new MongoServerError(
          INVALID_NAMESPACE, "InvalidNamespace", "collection name: '" + name + "'");
    }
    CollectionEntry entry =
        new CollectionEntry(
            new CollectionEntry.Name(getDatabaseName(), name),
            catalog.newTable().number(),
            List.of());
    catalog.save(entry);
    return open(entry);
  }

  @Override
  public synchronized StoreCollection createCollectionOrThrowIfExists(
      String name, CollectionOptions options) {
    if (collections.containsKey(name)) {
      throw new NamespaceExistsException("Collection already exists. NS: " + fullName(name));
    }
    return create(name);
  }

  @Override
  public synchronized void dropCollection(String name, Oplog oplog) {
    StoreCollection collection = collections.remove(name);
    if (collection != null) {
      collection.drop();
    }
  }

  @Override
  public synchronized void drop(Oplog oplog) {
    List.copyOf(collections.keySet()).forEach(name -> dropCollection(name, oplog));
  }

  @Override
  public synchronized void unregisterCollection(String name) {
    collections.remove(name);
  }

  @Override
  public void moveCollection(
      MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
    synchronized (MOVING) {
      move((StoreDatabase) oldDatabase, (StoreCollection) collection, newName);
    }
  }

  private synchronized void move(StoreDatabase from, StoreCollection moved, String newName) {
    if (collections.containsKey(newName)) { // created since the library has looked
      throw new NamespaceExistsException("target namespace exists");
    }
    String oldName = moved.getCollectionName();
    moved.renameTo(this, newName); // first: where it fails, all stays as it was
    from.unregisterCollection(oldName);
    collections.put(newName, moved);
  }

  @Override
  public boolean isEmpty() {
    return collections.isEmpty();
  }

  // Results of earlier commands are asked for by drivers of ten years ago only.
  @Override
  protected void clearLastStatus(Channel channel) {}

  @Override
  protected void putLastResult(Channel channel, Document result) {}

  @Override
  protected Index<Position> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    throw new UnsupportedOperationException("indexes are created by Definitions");
  }

  @Override
  protected MongoCollection<Position> openOrCreateCollection(
      String name, CollectionOptions options) {
    throw new UnsupportedOperationException("collections are created by the catalog");
  }

  @Override
  protected long getFileSize() {
    return 0;
  }

  @Override
  protected long getStorageSize() {
    return 0;
  }
}
