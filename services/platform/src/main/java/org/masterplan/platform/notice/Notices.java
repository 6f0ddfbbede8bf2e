package org.masterplan.platform.notice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.Pairs;
import org.masterplan.platform.query.MongoFilters;

/** The notices of one service. */
public final class Notices {
  private static final String COLLECTION = "notices";
  private static final MongoFilters PATHS = MongoFilters.usual();

  private final MongoCollection<Document> collection;

  /** A notice as it stands. */
  record Kept(Notice notice, boolean read) {}

  public Notices(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(
        COLLECTION,
        List.of(
            new IndexModel(
                Indexes.ascending("recipient", "body.create_time"),
                new IndexOptions().name("recipient_time")),
            new IndexModel(Indexes.ascending("mailed"), new IndexOptions().name("mailed")),
            new IndexModel(Indexes.ascending("hooked"), new IndexOptions().name("hooked"))));
  }

  /** Tells it; nothing happens if it was told before. */
  public void add(Notice notice) {
    try {
      collection.insertOne(write(notice));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  Slice<Kept> page(Collection<String> inboxes, Query query) {
    var mine = and(in("recipient", inboxes), PATHS.compile(query.filter()));
    Bson after = query.after().map(p -> and(mine, PATHS.after(query.order(), p))).orElse(mine);
    var limit = query.size() + 1;
    var found =
        collection
            .find(after)
            .sort(PATHS.sort(query.order()))
            .limit(limit)
            .batchSize(limit)
            .map(Notices::read)
            .into(new ArrayList<>());
    if (found.size() <= query.size()) {
      return new Slice<>(found, Optional.empty());
    }
    var last = found.get(query.size() - 1).notice();
    return new Slice<>(
        found.subList(0, query.size()),
        Optional.of(new Position(new Value.Time(last.at()), last.id())));
  }

  long markRead(Collection<String> inboxes, Collection<String> ids) {
    long marked = 0;
    for (var id : ids) {
      var unread = and(eq("_id", id), in("recipient", inboxes), eq("body.read", false));
      marked += collection.updateOne(unread, Updates.set("body.read", true)).getModifiedCount();
    }
    return marked;
  }

  /** The next unread notices of before then that were not mailed, of one recipient after that. */
  List<Notice> unmailed(String afterRecipient, Instant before, int limit) {
    var next =
        collection
            .find(and(due(before), gt("recipient", afterRecipient)))
            .sort(Sorts.ascending("recipient"))
            .limit(1)
            .first();
    return next == null
        ? List.of()
        : some(and(eq("recipient", next.getString("recipient")), due(before)), limit);
  }

  /** How many are due for the recipient. */
  long unmailed(String recipient, Instant before) {
    return collection.countDocuments(and(eq("recipient", recipient), due(before)));
  }

  /** Nothing that was due for the recipient is due any more. */
  void mailed(String recipient, Instant before) {
    collection.updateMany(
        and(eq("recipient", recipient), due(before)), Updates.set("mailed", true));
  }

  private static Bson due(Instant before) {
    return and(
        eq("mailed", false), eq("body.read", false), lt("body.create_time", Date.from(before)));
  }

  List<Notice> unhooked(int limit) {
    return some(eq("hooked", false), limit);
  }

  void hooked(Collection<Notice> notices) {
    mark(notices, "hooked");
  }

  private List<Notice> some(Bson filter, int limit) {
    return collection
        .find(filter)
        .sort(Sorts.ascending("body.create_time"))
        .limit(limit)
        .batchSize(limit)
        .map(d -> read(d).notice())
        .into(new ArrayList<>());
  }

  private void mark(Collection<Notice> notices, String field) {
    var ids = notices.stream().map(Notice::id).toList();
    collection.updateMany(in("_id", ids), Updates.set(field, true));
  }

  private static Document write(Notice notice) {
    return new Document("_id", notice.id())
        .append("recipient", notice.recipient())
        .append("mailed", false)
        .append("hooked", false)
        .append(
            "body",
            new Document("reason", notice.reason())
                .append("values", Pairs.of(notice.values()))
                .append("about", notice.about())
                .append("create_time", Date.from(notice.at()))
                .append("read", false));
  }

  private static Kept read(Document document) {
    var body = document.get("body", Document.class);
    var notice =
        new Notice(
            document.getString("_id"),
            document.getString("recipient"),
            body.getString("reason"),
            Pairs.map(body, "values"),
            body.getString("about"),
            body.getDate("create_time").toInstant());
    return new Kept(notice, body.getBoolean("read"));
  }
}
