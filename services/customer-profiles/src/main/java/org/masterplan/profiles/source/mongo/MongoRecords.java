package org.masterplan.profiles.source.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.mongo.SealingAgain;
import org.masterplan.profiles.sealing.app.SealedStore;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Records in MongoDB: the newest version by name, the ones before it in a collection apart. */
public final class MongoRecords implements Records {
  private static final String RECORDS = "records";
  private static final String VERSIONS = "recordVersions";
  private static final int BATCH = 500;

  private final MongoCollection<Document> newest;
  private final MongoCollection<Document> versions;
  private final Sealing sealing;
  private final RecordDocument documents;

  /** Where everything stands as it is. */
  public MongoRecords(MongoDatabase database) {
    this(database, Sealing.OPEN);
  }

  public MongoRecords(MongoDatabase database, Sealing sealing) {
    this.sealing = sealing;
    this.documents = new RecordDocument(sealing);
    this.newest = database.getCollection(RECORDS);
    this.versions = database.getCollection(VERSIONS);
  }

  /** The indexes of both collections. */
  public static List<CollectionIndexes> indexes() {
    return List.of(
        new CollectionIndexes(
            RECORDS,
            List.of(index(RecordDocument.NUMBER, "number"), index(RecordDocument.KEYS, "keys"))),
        new CollectionIndexes(VERSIONS, List.of(index(RecordDocument.OF, "of"))));
  }

  @Override
  public Map<RecordName, SourceRecord> find(Collection<RecordName> names) {
    var found = new HashMap<RecordName, SourceRecord>();
    for (var part : Bulk.parts(names)) {
      var ids = part.stream().map(RecordName::key).toList();
      read(in("_id", ids), record -> found.put(record.name(), record));
    }
    return found;
  }

  @Override
  public Map<Long, SourceRecord> findNumbers(Collection<Long> numbers) {
    var found = new HashMap<Long, SourceRecord>();
    for (var part : Bulk.parts(numbers)) {
      read(in(RecordDocument.NUMBER, part), record -> found.put(record.number(), record));
    }
    return found;
  }

  @Override
  public List<SourceRecord> versionsBefore(Collection<SourceRecord> records) {
    var found = new ArrayList<SourceRecord>();
    for (var part : Bulk.parts(records)) {
      var ids = part.stream().map(record -> record.name().key()).toList();
      versions
          .find(in(RecordDocument.OF, ids))
          .batchSize(BATCH)
          .map(documents::readVersion)
          .into(found);
    }
    var newest = new HashMap<RecordName, Integer>();
    records.forEach(record -> newest.put(record.name(), record.version()));
    // A store that is repeated keeps the version it has just written apart, too.
    found.removeIf(old -> old.version() >= newest.getOrDefault(old.name(), 0));
    found.sort(
        Comparator.comparing((SourceRecord r) -> r.name().key())
            .thenComparingInt(SourceRecord::version));
    return found;
  }

  @Override
  public List<SourceRecord> holding(Collection<Key> keys, int limit) {
    var found = new ArrayList<SourceRecord>();
    if (!keys.isEmpty()) {
      newest
          .find(in(RecordDocument.KEYS, sealing.words(keys.stream().map(Key::toString).toList())))
          .limit(limit)
          .batchSize(BATCH)
          .map(documents::read)
          .into(found);
    }
    return found;
  }

  @Override
  public List<Long> numbersHolding(Key key, int limit) {
    return newest
        .find(in(RecordDocument.KEYS, sealing.words(key.toString())))
        .projection(Projections.include(RecordDocument.NUMBER))
        .limit(limit)
        .batchSize(limit)
        .map(document -> document.getLong(RecordDocument.NUMBER))
        .into(new ArrayList<>());
  }

  @Override
  public List<SourceRecord> store(List<SourceRecord> records) {
    keepReplaced(records);
    var writes = new ArrayList<WriteModel<Document>>(records.size());
    for (var record : records) {
      var document = documents.write(record);
      writes.add(
          record.version() == 1
              ? new InsertOneModel<>(document)
              : new ReplaceOneModel<>(
                  and(
                      eq("_id", record.name().key()),
                      eq(RecordDocument.VERSION, record.version() - 1)),
                  document));
    }
    boolean lost = !Bulk.write(newest, writes).isEmpty();
    boolean replaced = records.stream().anyMatch(r -> r.version() > 1);
    // Somebody else may have been first: then theirs is what is stored.
    return lost || replaced
        ? List.copyOf(find(records.stream().map(SourceRecord::name).toList()).values())
        : records;
  }

  private void keepReplaced(List<SourceRecord> records) {
    var names = records.stream().filter(r -> r.version() > 1).map(SourceRecord::name).toList();
    var kept = new ArrayList<WriteModel<Document>>();
    find(names)
        .values()
        .forEach(record -> kept.add(new InsertOneModel<>(documents.writeVersion(record))));
    Bulk.write(versions, kept);
  }

  @Override
  public List<SourceRecord> list(String source, String afterId, int limit) {
    return newest
        .find(after(source, afterId))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(documents::read)
        .into(new ArrayList<>());
  }

  @Override
  public void saidAgain(Collection<RecordName> names, Instant asOf) {
    for (var part : Bulk.parts(names)) {
      var ids = part.stream().map(RecordName::key).toList();
      newest.updateMany(in("_id", ids), Updates.max(RecordDocument.SAID, Date.from(asOf)));
    }
  }

  @Override
  public List<SourceRecord> unsaidSince(Instant time, String source, String afterId, int limit) {
    var old = lt("asOf", Date.from(time));
    var unsaid = or(exists(RecordDocument.SAID, false), lt(RecordDocument.SAID, Date.from(time)));
    return newest
        .find(and(after(source, afterId), old, unsaid))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(documents::read)
        .into(new ArrayList<>());
  }

  @Override
  public long count(String source) {
    return newest.countDocuments(after(source, ""));
  }

  @Override
  public void each(String source, Consumer<SourceRecord> use) {
    var filter = source.isEmpty() ? new Document() : after(source, "");
    newest
        .find(filter)
        .sort(Sorts.ascending("_id"))
        .batchSize(BATCH)
        .map(documents::read)
        .forEach(use);
  }

  @Override
  public long erase(Collection<SourceRecord> records) {
    long erased = 0;
    for (var part : Bulk.parts(records)) {
      var ids = part.stream().map(record -> record.name().key()).toList();
      versions.deleteMany(in(RecordDocument.OF, ids));
      erased += newest.deleteMany(in("_id", ids)).getDeletedCount();
    }
    return erased;
  }

  /** Both collections, to be sealed anew. */
  public List<SealedStore> sealed() {
    return List.of(
        new SealingAgain(
            newest,
            sealing::isCurrent,
            old -> replacing(old, documents.write(documents.read(old)))),
        new SealingAgain(
            versions,
            sealing::isCurrent,
            old -> replacing(old, documents.writeVersion(documents.readVersion(old)))));
  }

  /** Unless another version was stored since. */
  private static WriteModel<Document> replacing(Document old, Document sealed) {
    var same =
        and(
            eq("_id", old.getString("_id")),
            eq(RecordDocument.VERSION, old.getInteger(RecordDocument.VERSION)));
    return new ReplaceOneModel<>(same, sealed);
  }

  private void read(Bson filter, Consumer<SourceRecord> use) {
    newest.find(filter).batchSize(BATCH).map(documents::read).forEach(use);
  }

  /** The character after the slash ends a source's names. */
  private static Bson after(String source, String afterId) {
    return and(gt("_id", source + "/" + afterId), lt("_id", source + "0"));
  }

  private static IndexModel index(String field, String name) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().name(name));
  }
}
