package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.masterplan.embeddedmongo.index.Fields;
import org.masterplan.embeddedmongo.kv.OrderedStore;
import org.masterplan.embeddedmongo.kv.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All databases of one store, and what every command has in common: refusals, fsync, errors. */
final class StoreBackend extends AbstractMongoBackend {
  private static final Logger log = LoggerFactory.getLogger(StoreBackend.class);
  private static final int OUT_OF_DISK_SPACE = 14031;
  private static final int INTERNAL_ERROR = 1;
  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findandmodify",
          "create",
          "createindexes",
          "drop",
          "dropindexes",
          "dropdatabase",
          "renamecollection");

  private final OrderedStore store;
  private final Catalog catalog;
  private final boolean fsyncEveryWrite;
  private final Cursors cursors;
  private final Map<String, StoreDatabase> opened = new ConcurrentHashMap<>();

  StoreBackend(OrderedStore store, Catalog catalog, boolean fsyncEveryWrite, Clock clock) {
    super(clock);
    this.store = store;
    this.catalog = catalog;
    this.fsyncEveryWrite = fsyncEveryWrite;
    this.cursors = new Cursors(clock);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return opened.computeIfAbsent(name, each -> new StoreDatabase(each, store, catalog, cursors));
  }

  @Override
  protected Set<String> listDatabaseNames() {
    Set<String> names = new TreeSet<>();
    catalog.collections().forEach(entry -> names.add(entry.name().database()));
    return names;
  }

  /** Errors are answered here: the library would log the whole command, personal data included. */
  @Override
  public Document handleMessage(MongoMessage message) {
    Document command = message.getDocument();
    String name = command.keySet().iterator().next();
    try {
      Refusals.check(name, command);
      Document reply = super.handleMessage(message);
      if (mustBeDurable(name, command)) {
        store.awaitDurable();
      }
      return reply;
    } catch (MongoServerException e) {
      return Replies.error(e);
    } catch (StoreFailure e) {
      log.error("{}: {}", name, e.getMessage());
      return Replies.error(failure(e));
    } catch (RuntimeException e) {
      log.error("{} failed: {} at {}", name, e.getClass().getName(), origin(e));
      return Replies.error(
          new MongoServerError(INTERNAL_ERROR, "InternalError", "the command could not be run"));
    }
  }

  private boolean mustBeDurable(String name, Document command) {
    return WRITES.contains(name.toLowerCase(Locale.ROOT))
        && (fsyncEveryWrite
            || command.get("writeConcern") instanceof Document concern
                && Utils.isTrue(concern.get("j")));
  }

  private static MongoServerError failure(StoreFailure e) {
    return e.isOutOfSpace()
        ? new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "the disk is full")
        : new MongoServerError(INTERNAL_ERROR, "InternalError", "the store cannot be used");
  }

  private static String origin(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "?" : trace[0].toString();
  }

  @Override
  protected Document handleGetMore(String databaseName, String command, Document query) {
    long id = Fields.number(query, command).longValue();
    return cursors.nextBatch(id, BatchSize.ofGetMore(query));
  }

  @Override
  protected Document handleKillCursors(Document query) {
    Map<Boolean, List<Object>> byFate =
        Fields.list(query, "cursors").stream()
            .<Object>map(each -> each)
            .collect(
                java.util.stream.Collectors.partitioningBy(
                    id -> cursors.kill(((Number) id).longValue())));
    return Replies.ok("cursorsKilled", byFate.getOrDefault(true, List.of()))
        .append("cursorsNotFound", byFate.getOrDefault(false, List.of()));
  }

  /**
   * With {@code metrics.queryExecutor}, which tells whether queries find their indexes, and the
   * answers that nobody has read to the end.
   */
  @Override
  public Document getServerStatus() {
    Document status = super.getServerStatus();
    Document open = new Document("total", store.openViews());
    Fields.document(status, "metrics")
        .append("queryExecutor", catalog.examined().toDocument())
        .append("cursor", new Document("open", open));
    return status;
  }

  List<StoreCollection> collections() {
    listDatabaseNames().forEach(this::resolveDatabase);
    return opened.values().stream()
        .flatMap(database -> database.collections().values().stream())
        .toList();
  }

  @Override
  public void close() {
    cursors.closeAll();
    super.close();
  }
}
