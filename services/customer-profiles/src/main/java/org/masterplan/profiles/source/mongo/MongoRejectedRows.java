package org.masterplan.profiles.source.mongo;

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
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.platform.intake.RowWords;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.mongo.KeyedSealing;
import org.masterplan.profiles.mongo.Pairs;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.mongo.SealingAgain;
import org.masterplan.profiles.sealing.app.SealedStore;
import org.masterplan.profiles.source.app.RejectedRows;

/** Rejected rows in MongoDB, by source, load and line; kept as long as any service keeps them. */
public final class MongoRejectedRows implements RejectedRows {
  private static final String ROWS = "rejectedRows";
  private static final String WORDS = "words";
  private static final String EXPIRES = "expiresAt";
  private static final String REASON = "reason";
  private static final String AT = "at";
  private static final int BATCH = 500;

  private final MongoCollection<Document> collection;
  private final Sealing sealing;
  private final Clock clock;

  /** Where everything stands as it is. */
  public MongoRejectedRows(MongoDatabase database, Clock clock) {
    this(database, Sealing.OPEN, clock);
  }

  public MongoRejectedRows(MongoDatabase database, Sealing sealing, Clock clock) {
    this.sealing = sealing;
    this.collection = database.getCollection(ROWS);
    this.clock = clock;
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(ROWS, List.of(index(WORDS), index(EXPIRES)));
  }

  private static IndexModel index(String field) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().name(field));
  }

  /** A step of the schema: rows that were kept before are found for their person, and expire. */
  public static void findByPerson(MongoDatabase database, Clock clock) {
    var rows = new MongoRejectedRows(database, clock);
    for (var old : rows.collection.find(exists(WORDS, false)).batchSize(BATCH)) {
      rows.collection.replaceOne(eq("_id", old.getString("_id")), rows.write(rows.read(old)));
    }
  }

  /** The collection, to be sealed anew. */
  public SealedStore sealed() {
    return new SealingAgain(collection, sealing::isCurrent, this::sealedAgain);
  }

  /** Unless somebody has put another row in its place since, or told it anew. */
  private WriteModel<Document> sealedAgain(Document old) {
    var document = write(read(old)).append(EXPIRES, old.getDate(EXPIRES));
    var same =
        and(
            eq("_id", old.getString("_id")),
            eq(REASON, old.getString(REASON)),
            eq(KeyedSealing.SEALED, old.get(KeyedSealing.SEALED)));
    return new ReplaceOneModel<>(same, document);
  }

  @Override
  public long keep(List<Kept> rows) {
    var writes = new ArrayList<InsertOneModel<Document>>();
    long kept = 0;
    for (var row : rows) {
      if (row.row().values().isEmpty()) {
        kept += replace(row);
      } else {
        writes.add(new InsertOneModel<>(write(row)));
      }
    }
    return kept + writes.size() - Bulk.write(collection, writes).size();
  }

  private int replace(Kept row) {
    var done =
        collection.replaceOne(eq("_id", id(row)), write(row), new ReplaceOptions().upsert(true));
    return done.getMatchedCount() == 0 ? 1 : 0;
  }

  @Override
  public void retell(Kept was, Row.Bad now) {
    var same = and(eq("_id", id(was)), eq(REASON, was.row().reason()));
    var old = collection.find(same).first();
    if (old != null) {
      var told = new Kept(was.id(), was.source(), was.load(), now, was.place());
      collection.replaceOne(same, write(told).append(EXPIRES, old.getDate(EXPIRES)));
    }
  }

  @Override
  public List<Kept> speakingOf(Collection<String> keys) {
    return found(RowWords.ofKeys(keys));
  }

  @Override
  public List<Kept> withCell(Collection<String> texts) {
    return found(RowWords.ofCells(texts));
  }

  @Override
  public List<Kept> naming(Collection<String> handles) {
    return found(RowWords.ofHandleCells(handles));
  }

  private List<Kept> found(List<String> words) {
    var found = new ArrayList<Kept>();
    for (var part : Bulk.parts(words)) {
      collection.find(in(WORDS, sealing.words(part))).batchSize(BATCH).map(this::read).into(found);
    }
    return found;
  }

  @Override
  public long sweep() {
    return collection.deleteMany(lt(EXPIRES, Date.from(clock.instant()))).getDeletedCount();
  }

  @Override
  public List<Kept> list(String source, String afterId, int limit) {
    return collection
        .find(after(source, afterId))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(this::read)
        .into(new ArrayList<>());
  }

  @Override
  public long count(String source) {
    return collection.countDocuments(after(source, ""));
  }

  @Override
  public long remove(List<Kept> rows) {
    long removed = 0;
    for (var part : Bulk.parts(rows)) {
      var ids = part.stream().map(MongoRejectedRows::id).toList();
      removed += collection.deleteMany(in("_id", ids)).getDeletedCount();
    }
    return removed;
  }

  private static Bson after(String source, String afterId) {
    return and(gt("_id", source + "/" + afterId), lt("_id", source + "0"));
  }

  private static String id(Kept kept) {
    return kept.source() + "/" + kept.id();
  }

  private Document write(Kept kept) {
    var personal =
        new Document("values", Pairs.write(kept.row().values()))
            .append("value", kept.row().value())
            .append("about", Pairs.write(kept.row().about()));
    var document =
        new Document("_id", id(kept))
            .append("load", kept.load())
            .append("line", kept.row().line())
            .append("field", kept.row().field())
            .append(REASON, kept.row().reason())
            .append("number", kept.place().number())
            .append(AT, Date.from(kept.place().at()));
    document.putAll(sealing.seal(id(kept), personal));
    return document
        .append(WORDS, sealing.word(RowWords.of(kept.row())))
        .append(EXPIRES, Date.from(clock.instant().plus(Rejects.KEPT)));
  }

  private Kept read(Document stored) {
    var id = stored.getString("_id");
    var document = sealing.open(id, stored);
    int at = id.indexOf('/');
    var row =
        new Row.Bad(
            document.getLong("line"),
            Pairs.read(document, "values"),
            document.getString("field"),
            document.getString("value"),
            document.getString(REASON),
            Pairs.read(document, "about"));
    var load = document.getString("load");
    return new Kept(id.substring(at + 1), id.substring(0, at), load, row, place(document));
  }

  /** Rows of an earlier release do not tell: those give way to whatever came since. */
  private static Place place(Document document) {
    var at = Optional.ofNullable(document.getDate(AT)).map(Date::toInstant);
    var number = Optional.ofNullable(document.getLong("number"));
    return new Place(number.orElse(0L), at.orElse(Instant.EPOCH));
  }
}
