package org.masterplan.abandonment.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.masterplan.abandonment.app.Activities;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;

/**
 * Activity in MongoDB: an act a document, whose id is made from all that it says, so that storing
 * it again changes nothing; a daily total a document, whose id is what it counts.
 */
public final class MongoActivities implements Activities {
  static final String EVENTS = "events";
  static final String TOTALS = "daily_totals";
  private static final int PAGE = 1000;

  private final MongoCollection<Document> events;
  private final MongoCollection<Document> totals;

  public MongoActivities(MongoDatabase database) {
    this.events = database.getCollection(EVENTS);
    this.totals = database.getCollection(TOTALS);
  }

  /** The acts' indexes. */
  public static CollectionIndexes eventIndexes() {
    return new CollectionIndexes(
        EVENTS,
        List.of(
            index("community_time", ActivityDocument.COMMUNITY, ActivityDocument.TIME),
            index("author_community", ActivityDocument.AUTHOR, ActivityDocument.COMMUNITY)));
  }

  /** The daily totals' indexes. */
  public static CollectionIndexes totalIndexes() {
    return new CollectionIndexes(
        TOTALS,
        List.of(index("community_date", ActivityDocument.COMMUNITY, ActivityDocument.DATE)));
  }

  @Override
  public Stored addEvents(List<Activity.Event> batch) {
    var writes = batch.stream().map(MongoActivities::addOnce).toList();
    return write(events, writes);
  }

  @Override
  public Stored putTotals(List<Activity.DailyTotal> batch) {
    var writes = batch.stream().map(MongoActivities::put).toList();
    return write(totals, writes);
  }

  @Override
  public void read(String community, Consumer<Activity> reader) {
    var mine = eq(ActivityDocument.COMMUNITY, community);
    events.find(mine).batchSize(PAGE).forEach(d -> reader.accept(ActivityDocument.event(d)));
    totals.find(mine).batchSize(PAGE).forEach(d -> reader.accept(ActivityDocument.total(d)));
  }

  @Override
  public List<Presence> presences(String author) {
    if (author.isEmpty()) {
      return List.of();
    }
    Map<String, Presence> found = new HashMap<>();
    events
        .find(eq(ActivityDocument.AUTHOR, author))
        .batchSize(PAGE)
        .map(ActivityDocument::event)
        .forEach(
            e ->
                found.merge(
                    e.community(),
                    new Presence(e.community(), 1, e.time(), e.time()),
                    MongoActivities::both));
    return List.copyOf(found.values());
  }

  @Override
  public long anonymise(String author, String community) {
    var his = and(eq(ActivityDocument.AUTHOR, author), eq(ActivityDocument.COMMUNITY, community));
    var ids = events.find(his).batchSize(PAGE).map(d -> d.getString("_id"));
    long count = 0;
    for (var id : ids) {
      // Kept under the same id: an act that is imported again is found stored, and stays nobody's.
      var nobody = Updates.set(ActivityDocument.AUTHOR, "");
      count += events.updateOne(eq("_id", id), nobody).getModifiedCount();
    }
    return count;
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }

  private static WriteModel<Document> addOnce(Activity.Event event) {
    var document = ActivityDocument.write(event);
    var id = document.remove("_id");
    return new UpdateOneModel<>(
        eq("_id", id), new Document("$setOnInsert", document), new UpdateOptions().upsert(true));
  }

  private static WriteModel<Document> put(Activity.DailyTotal total) {
    var document = ActivityDocument.write(total);
    return new ReplaceOneModel<>(
        eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  private static Stored write(
      MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
    var done = Bulk.run(collection, writes);
    return new Stored(done.upserted(), done.modified());
  }

  private static Presence both(Presence a, Presence b) {
    return new Presence(
        a.community(),
        a.events() + b.events(),
        a.first().isBefore(b.first()) ? a.first() : b.first(),
        a.last().isAfter(b.last()) ? a.last() : b.last());
  }
}
