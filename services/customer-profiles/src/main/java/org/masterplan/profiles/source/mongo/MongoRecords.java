package org.masterplan.profiles.source.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.dictionary.domain.Dictionary;
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

  /** Lets records be found by their handles on whichever platform that were stored before. */
  public static void findByHandles(MongoDatabase database, Sealing sealing) {
    var records = new MongoRecords(database, sealing);
    var writes = new ArrayList<WriteModel<Document>>(BATCH);
    for (var old : records.newest.find().batchSize(BATCH)) {
      var record = records.documents.read(old);
      if (record.values().containsKey(Dictionary.HANDLE)) {
        writes.add(replacing(old, records.documents.write(record)));
      }
      if (writes.size() == BATCH) {
        Bulk.run(records.newest, writes);
        writes.clear();
      }
    }
    Bulk.run(records.newest, writes);
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
      versions
          .find(in(RecordDocument.OF, keys(part)))
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
    return numbers(holds(key), limit);
  }

  @Override
  public List<Long> numbersHolding(Key key, String source, int limit) {
    return numbers(and(holds(key), after("_id", source, "")), limit);
  }

  private Bson holds(Key key) {
    return in(RecordDocument.KEYS, sealing.words(key.toString()));
  }

  private List<Long> numbers(Bson filter, int limit) {
    return newest
        .find(filter)
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
              : RecordDocument.replacing(version(record, record.version() - 1), document));
    }
    boolean lost = !Bulk.write(newest, writes).isEmpty();
    boolean replaced = records.stream().anyMatch(r -> r.version() > 1);
    // Somebody else may have been first: then theirs is what is stored.
    return lost || replaced
        ? List.copyOf(find(records.stream().map(SourceRecord::name).toList()).values())
        : records;
  }

  private void keepReplaced(List<SourceRecord> records) {
    var replaced = records.stream().filter(r -> r.version() > 1).toList();
    var kept = new ArrayList<WriteModel<Document>>();
    for (var part : Bulk.parts(replaced)) {
      var numbers = part.stream().map(SourceRecord::number).toList();
      newest
          .find(and(in("_id", keys(part)), in(RecordDocument.NUMBER, numbers)))
          .batchSize(BATCH)
          .map(old -> RecordDocument.saidAs(old, documents.writeVersion(documents.read(old))))
          .forEach(version -> kept.add(new InsertOneModel<>(version)));
    }
    Bulk.write(versions, kept);
  }

  /** That version of the record; one that came anew under the name has another number. */
  private static Bson version(SourceRecord record, int version) {
    return and(
        eq("_id", record.name().key()),
        eq(RecordDocument.NUMBER, record.number()),
        eq(RecordDocument.VERSION, version));
  }

  private static List<String> keys(Collection<SourceRecord> records) {
    return records.stream().map(record -> record.name().key()).toList();
  }

  @Override
  public List<SourceRecord> list(String source, String afterId, int limit) {
    return newest
        .find(after("_id", source, afterId))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(documents::read)
        .into(new ArrayList<>());
  }

  @Override
  public Set<RecordName> saidAgain(Collection<RecordName> names, Instant asOf) {
    return note(names, Updates.max(RecordDocument.SAID, Date.from(asOf)));
  }

  @Override
  public Set<RecordName> repeated(Collection<RecordName> names, Instant asOf, Instant came) {
    return note(
        names,
        Updates.combine(
            Updates.max(RecordDocument.SAID, Date.from(asOf)),
            Updates.max(RecordDocument.REPEATED, Date.from(came))));
  }

  private Set<RecordName> note(Collection<RecordName> names, Bson said) {
    var gone = new HashSet<RecordName>();
    for (var part : Bulk.parts(names)) {
      var ids = part.stream().map(RecordName::key).toList();
      if (newest.updateMany(in("_id", ids), said).getMatchedCount() < part.size()) {
        gone.addAll(part);
        gone.removeAll(find(part).keySet());
      }
    }
    return gone;
  }

  @Override
  public Map<RecordName, Instant> repeatedAt(Collection<RecordName> names) {
    var found = new HashMap<RecordName, Instant>();
    for (var part : Bulk.parts(names)) {
      var ids = part.stream().map(RecordName::key).toList();
      newest
          .find(and(in("_id", ids), exists(RecordDocument.REPEATED)))
          .projection(Projections.include(RecordDocument.REPEATED))
          .batchSize(BATCH)
          .forEach(
              document ->
                  found.put(
                      RecordName.ofKey(document.getString("_id")),
                      document.getDate(RecordDocument.REPEATED).toInstant()));
    }
    return found;
  }

  @Override
  public List<SourceRecord> unsaidSince(Instant time, String source, String afterId, int limit) {
    return newest
        .find(and(after("_id", source, afterId), unsaidSince(time)))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(documents::read)
        .into(new ArrayList<>());
  }

  private static Bson unsaidSince(Instant time) {
    var then = Date.from(time);
    var notAgain = or(exists(RecordDocument.SAID, false), lt(RecordDocument.SAID, then));
    return and(lt(RecordDocument.AS_OF, then), notAgain);
  }

  @Override
  public void expire(Collection<SourceRecord> records, Instant time) {
    for (var part : Bulk.parts(records)) {
      Bulk.run(newest, part.stream().map(r -> onlyThis(r, unsaidSince(time))).toList());
      var numbers = new HashSet<>(part.stream().map(SourceRecord::number).toList());
      numbers.removeAll(findNumbers(numbers).keySet());
      versions.deleteMany(
          and(in(RecordDocument.OF, keys(part)), in(RecordDocument.NUMBER, numbers)));
    }
  }

  private static DeleteOneModel<Document> onlyThis(SourceRecord record, Bson condition) {
    return new DeleteOneModel<>(and(version(record, record.version()), condition));
  }

  @Override
  public List<SourceRecord> replacedUnsaidSince(
      Instant time, String source, String fromId, int limit) {
    var from = gte(RecordDocument.OF, source + "/" + fromId);
    return versions
        .find(and(from, lt(RecordDocument.OF, source + "0"), unsaidSince(time)))
        .sort(Sorts.ascending(RecordDocument.OF))
        .limit(limit)
        .batchSize(limit)
        .map(documents::readVersion)
        .into(new ArrayList<>());
  }

  @Override
  public void eraseReplaced(Collection<SourceRecord> some) {
    var erased = new ArrayList<WriteModel<Document>>(some.size());
    for (var version : some) {
      var id = eq("_id", RecordDocument.versionId(version));
      erased.add(new DeleteOneModel<>(and(id, eq(RecordDocument.NUMBER, version.number()))));
    }
    Bulk.run(versions, erased);
  }

  @Override
  public long count(String source) {
    return newest.countDocuments(after("_id", source, ""));
  }

  @Override
  public void each(String source, Consumer<SourceRecord> use) {
    var filter = source.isEmpty() ? new Document() : after("_id", source, "");
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
      var ids = keys(part);
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

  /** Unless another version was stored since, or another record came under the name. */
  private static WriteModel<Document> replacing(Document old, Document sealed) {
    var same =
        and(
            eq("_id", old.getString("_id")),
            eq(RecordDocument.NUMBER, old.getLong(RecordDocument.NUMBER)),
            eq(RecordDocument.VERSION, old.getInteger(RecordDocument.VERSION)));
    return RecordDocument.replacing(same, sealed);
  }

  private void read(Bson filter, Consumer<SourceRecord> use) {
    newest.find(filter).batchSize(BATCH).map(documents::read).forEach(use);
  }

  /** The character after the slash ends a source's names. */
  private static Bson after(String field, String source, String afterId) {
    return and(gt(field, source + "/" + afterId), lt(field, source + "0"));
  }

  private static IndexModel index(String field, String name) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().name(name));
  }
}
