package org.masterplan.platform.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.query.MongoFilters;

/**
 * One collection of resources, each a document of its own: {@code {_id, revision, stamp, unsealed,
 * outbox, body, keys}}.
 *
 * <p>A write is one command on one document: body, revision, the store's own stamp (for the change
 * feed) and the audit entry go in together or not at all. {@code keys} holds folded texts for
 * search and order.
 */
public final class VersionedDocuments {
  static final String ID = "_id";
  static final String REVISION = "revision";
  static final String STAMP = "stamp";
  static final String UNSEALED = "unsealed";
  static final String OUTBOX = "outbox";
  static final String BODY = "body";
  static final String KEYS = "keys";

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> collection;

  /** A stored resource: its id, its revision and what the service put in. */
  public record Stored(String id, long revision, Document body) {}

  /** What a resource becomes: its body and its folded search keys. */
  public record Content(Document body, Document keys) {}

  /** One step of a change feed. {@code more}: whether another step would find something now. */
  public record Changes(List<Stored> items, String token, boolean more) {}

  public VersionedDocuments(MongoDatabase database, String name) {
    this.collection = database.getCollection(name);
  }

  /** The indexes that every such collection needs. */
  public static List<IndexModel> indexes() {
    return List.of(
        new IndexModel(Indexes.ascending(STAMP, ID), new IndexOptions().name("stamp_id")),
        new IndexModel(
            Indexes.ascending(UNSEALED), new IndexOptions().name("unsealed").sparse(true)));
  }

  public Optional<Stored> find(String id) {
    return Optional.ofNullable(collection.find(eq(ID, id)).first()).map(VersionedDocuments::read);
  }

  /** Those of these ids that were ever used. */
  public Set<String> known(Collection<String> ids) {
    return collection
        .find(in(ID, ids))
        .projection(Projections.include(ID))
        .batchSize(1000)
        .map(d -> d.getString(ID))
        .into(new HashSet<>());
  }

  /** Stores revision 1; throws {@link AlreadyExists} if the id was ever used. */
  public void add(String id, Content content, AuditEntry entry) {
    try {
      collection.updateOne(absent(id), write(1, content, entry), UPSERT);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        throw AlreadyExists.named(id);
      }
      throw e;
    }
  }

  /**
   * Stores revision 1 of each in bulk, each by itself whole; answers the ids that were used before,
   * under which nothing changed.
   */
  public Set<String> addAll(Map<String, Content> contents, AuditEntry entry) {
    var ids = List.copyOf(contents.keySet());
    var writes =
        ids.stream()
            .map(
                id ->
                    new UpdateOneModel<Document>(
                        absent(id), write(1, requireNonNull(contents.get(id)), entry), UPSERT))
            .toList();
    return Bulk.write(collection, writes).stream()
        .map(ids::get)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Stores the revision after {@code seen}; throws {@link Stale} if that is no longer there. */
  public void replace(String id, long seen, Content content, AuditEntry entry) {
    var lock = and(eq(ID, id), eq(REVISION, seen));
    if (collection.updateOne(lock, write(seen + 1, content, entry)).getMatchedCount() == 0) {
      throw Stale.named(id);
    }
  }

  /** Documents by a filter over {@code body.*}, in the order given, at most {@code limit}. */
  public List<Stored> list(Bson filter, Bson order, int limit) {
    var found = new ArrayList<Stored>(Math.min(limit, 256));
    var cursor = collection.find(filter).sort(order).limit(limit).batchSize(Math.min(limit, 500));
    cursor.forEach(d -> found.add(read(d)));
    return found;
  }

  /** Every document that matches a filter over {@code body.*}, in the order of ids. */
  public void each(Bson filter, Consumer<Stored> use) {
    collection
        .find(filter)
        .sort(Sorts.ascending(ID))
        .batchSize(500)
        .forEach(document -> use.accept(read(document)));
  }

  /** One page of a list, with the meaning of {@code kernel.query.Queryable}. */
  public Slice<Stored> page(Query query, MongoFilters fields) {
    var filter = fields.compile(query.filter());
    var after = query.after().map(p -> and(filter, fields.after(query.order(), p))).orElse(filter);
    var sort = fields.sort(query.order());
    var limit = query.size() + 1;
    var found = collection.find(after).sort(sort).limit(limit).batchSize(limit);
    var documents = found.into(new ArrayList<>());
    if (documents.size() <= query.size()) {
      return new Slice<>(
          documents.stream().map(VersionedDocuments::read).toList(), Optional.empty());
    }
    var items = documents.subList(0, query.size());
    var last = items.getLast();
    var key = OrderKeys.of(last, fields.path(query.order().field()));
    return new Slice<>(
        items.stream().map(VersionedDocuments::read).toList(),
        Optional.of(new Position(key, last.getString(ID))));
  }

  public long count(Bson filter) {
    return collection.countDocuments(filter);
  }

  /**
   * What changed after {@code token}, in (stamp, id) order. An empty token starts at the beginning.
   * A write's stamp may be older than a stamp already read, by as much as a write takes; followers
   * read again with an overlap ({@link ChangeToken}).
   */
  public Changes changes(String token, int limit) {
    var after = ChangeToken.parse(token);
    var found = list(after.map(VersionedDocuments::beyond).orElseGet(Document::new), limit + 1);
    var more = found.size() > limit;
    var items = more ? found.subList(0, limit) : found;
    var next = items.isEmpty() ? token : token(items.getLast());
    return new Changes(items.stream().map(VersionedDocuments::read).toList(), next, more);
  }

  /** Every id and its revision, in no order; reads nothing else. */
  public void eachRevision(ObjLongConsumer<String> reader) {
    collection
        .find()
        .projection(Projections.include(REVISION))
        .batchSize(1000)
        .forEach(d -> reader.accept(d.getString(ID), d.getLong(REVISION)));
  }

  private List<Document> list(Bson filter, int limit) {
    var order = Sorts.ascending(STAMP, ID);
    return collection
        .find(filter)
        .sort(order)
        .limit(limit)
        .batchSize(limit)
        .into(new ArrayList<>());
  }

  private static Bson beyond(ChangeToken token) {
    // Stamps are whole milliseconds.
    var stamp = Date.from(token.stamp());
    var next = Date.from(token.stamp().plusMillis(1));
    return or(gte(STAMP, next), and(gte(STAMP, stamp), lt(STAMP, next), gt(ID, token.id())));
  }

  private static String token(Document last) {
    return new ChangeToken(last.getDate(STAMP).toInstant(), last.getString(ID)).toString();
  }

  /** For an upsert, as only an update can take the store's stamp; revision 0 is never stored. */
  private static Bson absent(String id) {
    return and(eq(ID, id), eq(REVISION, 0L));
  }

  private static Bson write(long revision, Content content, AuditEntry entry) {
    return Updates.combine(
        Updates.set(REVISION, revision),
        Updates.set(BODY, content.body()),
        Updates.set(KEYS, content.keys()),
        Updates.set(UNSEALED, true),
        Updates.currentDate(STAMP),
        Updates.push(OUTBOX, audit(entry, revision)));
  }

  private static Document audit(AuditEntry entry, long revision) {
    return new Document("at", Date.from(entry.at()))
        .append("actor", entry.actor())
        .append("act", entry.act())
        .append("revision", revision)
        .append("fields", entry.fields())
        .append("reason", entry.reason());
  }

  private static Stored read(Document document) {
    return new Stored(
        document.getString(ID), document.getLong(REVISION), document.get(BODY, Document.class));
  }
}
