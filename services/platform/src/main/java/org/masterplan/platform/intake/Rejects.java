package org.masterplan.platform.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.Pairs;

/**
 * Rejected rows, kept with their import so that they can be read, corrected and replayed. Kept for
 * {@link #KEPT}, because they may hold personal data.
 */
public final class Rejects {
  /** How long a rejected row is kept. */
  public static final Duration KEPT = Duration.ofDays(90);

  private static final String COLLECTION = "rejects";
  private static final String WORDS = "words";

  /** What the row says. Earlier releases had it in the document itself. */
  private static final String SAID = "said";

  private static final String VALUES = "values";
  private static final String VALUE = "value";
  private static final String ABOUT = "about";
  private static final String TRIED = "tried";
  private static final String EXPIRES = "expiresAt";
  private static final int BATCH = 500;

  /** After so long without a batch of rejects an import is given up: it may have died. */
  private static final Duration STANDSTILL = Duration.ofDays(1);

  /** Rows live so long until they are compared with the erased; a crash leaves them no longer. */
  private static final Duration UNCOMPARED = Duration.ofHours(1);

  private final MongoCollection<Document> collection;
  private final ImportDocuments imports;
  private final OpenRecordings open;
  private final RowSeal seal;
  private final Clock clock;

  /** Where everything stands as it is. */
  public Rejects(MongoDatabase database, Clock clock) {
    this(database, RowSeal.OPEN, clock);
  }

  public Rejects(MongoDatabase database, RowSeal seal, Clock clock) {
    this.seal = seal;
    this.collection = database.getCollection(COLLECTION);
    this.imports = new ImportDocuments(database);
    this.open = new OpenRecordings(database);
    this.clock = clock;
  }

  /** The indexes of the imports that rows were rejected from. */
  public static CollectionIndexes importIndexes() {
    return ImportDocuments.indexes();
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(COLLECTION, List.of(index(EXPIRES), index(WORDS)));
  }

  private static IndexModel index(String field) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().name(field));
  }

  /** A step of a service's schema: rows that were kept before are found for their person too. */
  public static void findByPerson(MongoDatabase database) {
    var rejects = new Rejects(database, Clock.systemUTC());
    for (var old : rejects.collection.find(exists(WORDS, false)).batchSize(BATCH)) {
      var words = RowWords.of(rejects.read(old));
      rejects.collection.updateOne(eq("_id", old.get("_id")), Updates.set(WORDS, words));
    }
  }

  /** Which rows are of somebody who was erased. */
  @FunctionalInterface
  public interface Erased {
    /** Those of the rows of which nothing may be kept. */
    Collection<Row.Bad> among(List<Row.Bad> rows);
  }

  /**
   * Begins to record an import's rejects in place of those of an earlier run of it. Nothing is kept
   * of a person whose keys are forgotten before it is closed.
   */
  public Recording record(Imported what) {
    return record(what, _ -> List.of());
  }

  /** The same; nor is anything kept of those whom {@code erased} knows, asked at every write. */
  public Recording record(Imported what, Erased erased) {
    // Before a row is read: who is forgotten from here on is told to this recording.
    var told = open.open(clock.instant().plus(STANDSTILL));
    var expires = clock.instant().plus(KEPT);
    imports.put(what, expires);
    collection.deleteMany(of(what.id()));
    return new Recording(what.id(), expires, told, erased);
  }

  /** The import of that id, as long as its rejects are kept. */
  public Optional<Imported> find(String importId) {
    return imports.find(importId);
  }

  /** The import's rejects after {@code line}, in the file's order, at most {@code limit}. */
  public List<Row.Bad> list(String importId, long line, int limit) {
    var found = new ArrayList<Row.Bad>();
    collection
        .find(and(gt("_id", id(importId, line)), lt("_id", end(importId))))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(this::read)
        .into(found);
    return found;
  }

  /** Notes of which try rows are part. */
  void mark(String importId, List<Row.Bad> rows, String mark) {
    var ids = rows.stream().map(row -> id(importId, row.line())).toList();
    collection.updateMany(in("_id", ids), Updates.set(TRIED, mark));
  }

  /** Rows that were refused again: with the reason of now, and part of no try. */
  void keepAgain(String importId, List<Row.Bad> rows) {
    var changes = new ArrayList<UpdateOneModel<Document>>();
    for (var row : rows) {
      var change = Updates.combine(anew(importId, row), Updates.unset(TRIED));
      changes.add(new UpdateOneModel<>(eq("_id", id(importId, row.line())), change));
    }
    Bulk.run(collection, changes);
  }

  /** The row as it is stored now, and nothing as earlier releases had it. */
  private Bson anew(String importId, Row.Bad row) {
    var fields = write(importId, row);
    fields.remove("_id");
    return Updates.combine(
        new Document("$set", fields),
        Updates.unset(VALUES),
        Updates.unset(VALUE),
        Updates.unset(ABOUT));
  }

  /**
   * What was looked at.
   *
   * @param last id of it; empty if there was nothing left
   */
  public record Sealed(String last, long rows, long sealed) {}

  /** Seals rows anew after that id, at most so many, unless they were kept again meanwhile. */
  public Sealed sealAgain(String afterId, int limit) {
    var writes = new ArrayList<UpdateOneModel<Document>>();
    var last = "";
    long rows = 0;
    var page = collection.find(gt("_id", afterId)).sort(Sorts.ascending("_id"));
    for (var old : page.limit(limit).batchSize(limit)) {
      last = old.getString("_id");
      rows++;
      var said = old.get(SAID, Document.class);
      if (said == null || !seal.isCurrent(said)) {
        var same = and(eq("_id", last), eq(SAID, said));
        writes.add(new UpdateOneModel<>(same, anew(importOf(old), read(old))));
      }
    }
    Bulk.run(collection, writes);
    return new Sealed(last, rows, writes.size());
  }

  /** Forgets the rows of a try that were not refused again. */
  void forgetMarked(String importId, String mark) {
    collection.deleteMany(and(of(importId), eq(TRIED, mark)));
  }

  /** Forgets a reject that was replayed and taken. */
  public void resolved(String importId, long line) {
    collection.deleteOne(eq("_id", id(importId, line)));
  }

  /** A kept row and the import that it was rejected from. */
  public record Kept(String importId, Row.Bad row) {}

  /** The kept rows that speak of a person, by any of the person's keys as people write them. */
  public List<Kept> about(Collection<String> keys) {
    return found(RowWords.ofKeys(keys));
  }

  private List<Kept> found(List<String> words) {
    return collection
        .find(in(WORDS, seal.words(words)))
        .sort(Sorts.ascending("_id"))
        .batchSize(BATCH)
        .map(d -> new Kept(importOf(d), read(d)))
        .into(new ArrayList<>());
  }

  /** The kept rows of which a cell is one of the handles, also with a platform in front. */
  public List<Kept> naming(Collection<String> handles) {
    return found(RowWords.ofHandleCells(handles));
  }

  /**
   * Forgets the rows that speak of a person; how many. Imports that are under way keep none either.
   */
  public long forget(Collection<String> keys) {
    forgetComing(keys);
    long forgotten = 0;
    for (var found :
        collection.find(in(WORDS, seal.words(RowWords.ofKeys(keys)))).batchSize(BATCH)) {
      forgotten += collection.deleteOne(eq("_id", found.get("_id"))).getDeletedCount();
    }
    return forgotten;
  }

  /** Tells the imports that are under way to keep no row that speaks of a person. */
  public void forgetComing(Collection<String> keys) {
    open.tell(RowWords.ofKeys(keys));
  }

  /** Forgets what is kept too long; how many. */
  public long sweep() {
    open.sweep(clock.instant());
    imports.sweep(clock.instant());
    return collection.deleteMany(lt(EXPIRES, Date.from(clock.instant()))).getDeletedCount();
  }

  /** Takes rejects and stores them in batches; the last one when it is closed. */
  public final class Recording implements Consumer<Row.Bad>, AutoCloseable {
    private final String importId;
    private final List<Row.Bad> waiting = new ArrayList<>();
    private final Instant expires;
    private final OpenRecordings.Open told;
    private final Erased erased;

    private Recording(String importId, Instant expires, OpenRecordings.Open told, Erased erased) {
      this.importId = importId;
      this.expires = expires;
      this.told = told;
      this.erased = erased;
    }

    @Override
    public void accept(Row.Bad row) {
      waiting.add(row);
      if (waiting.size() == BATCH) {
        flush();
      }
    }

    /** Stores what is waiting. */
    public void flush() {
      if (!waiting.isEmpty()) {
        var uncompared = clock.instant().plus(UNCOMPARED);
        Bulk.run(collection, waiting.stream().map(row -> write(row, uncompared)).toList());
        takeBackErased();
        keep();
        waiting.clear();
      }
    }

    private ReplaceOneModel<Document> write(Row.Bad row, Instant until) {
      var document = Rejects.this.write(importId, row).append(EXPIRES, Date.from(until));
      return new ReplaceOneModel<>(
          eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true));
    }

    /**
     * Asked after the write and not before it: an erasure marks first and deletes then, so that it
     * either finds these rows or is seen here.
     */
    private void takeBackErased() {
      var back = new ArrayList<>(erased.among(List.copyOf(waiting)));
      var words =
          told.forgotten(
              waiting.stream().flatMap(row -> RowWords.of(row).stream()),
              clock.instant().plus(STANDSTILL));
      if (!words.isEmpty()) {
        waiting.stream()
            .filter(row -> RowWords.of(row).stream().anyMatch(words::contains))
            .forEach(back::add);
      }
      if (!back.isEmpty()) {
        var ids = back.stream().map(row -> id(importId, row.line())).distinct().toList();
        collection.deleteMany(in("_id", ids));
      }
    }

    /** What is left of the batch may stay. */
    private void keep() {
      var ids = waiting.stream().map(row -> id(importId, row.line())).toList();
      collection.updateMany(in("_id", ids), Updates.set(EXPIRES, Date.from(expires)));
    }

    @Override
    public void close() {
      try {
        flush();
      } finally {
        told.close();
      }
    }
  }

  private static Bson of(String importId) {
    return and(gt("_id", importId + "/"), lt("_id", end(importId)));
  }

  /** Zeros in front keep the lines in order. */
  private static String id(String importId, long line) {
    return "%s/%012d".formatted(importId, line);
  }

  /** The character after the slash. */
  private static String end(String importId) {
    return importId + "0";
  }

  private Document write(String importId, Row.Bad row) {
    var id = id(importId, row.line());
    var personal =
        new Document(VALUES, Pairs.of(row.values()))
            .append(VALUE, row.value())
            .append(ABOUT, Pairs.of(row.about()));
    return new Document("_id", id)
        .append("line", row.line())
        .append("field", row.field())
        .append("reason", row.reason())
        .append(SAID, seal.seal(id, personal))
        .append(WORDS, seal.word(RowWords.of(row)));
  }

  private static String importOf(Document document) {
    var id = document.getString("_id");
    return id.substring(0, id.lastIndexOf('/'));
  }

  private Row.Bad read(Document document) {
    var stored = Optional.ofNullable(document.get(SAID, Document.class)).orElse(document);
    var said = seal.open(document.getString("_id"), stored);
    return new Row.Bad(
        document.getLong("line"),
        Pairs.map(said, VALUES),
        text(document, "field"),
        text(said, VALUE),
        text(document, "reason"),
        Pairs.map(said, ABOUT));
  }

  private static String text(Document document, String key) {
    return Optional.ofNullable(document.getString(key)).orElse("");
  }
}
