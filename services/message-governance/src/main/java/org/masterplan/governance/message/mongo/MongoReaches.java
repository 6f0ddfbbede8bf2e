package org.masterplan.governance.message.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.masterplan.governance.message.app.Reaches;
import org.masterplan.governance.message.domain.Reach;
import org.masterplan.platform.mongo.CollectionIndexes;

/** What became of each message's contacts, in MongoDB. */
public final class MongoReaches implements Reaches {
  private static final String COLLECTION = "reaches";

  private final MongoCollection<Document> collection;

  public MongoReaches(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  /** The indexes that it needs. */
  public static CollectionIndexes indexes() {
    var done = new IndexModel(Indexes.ascending("done"), new IndexOptions().name("done"));
    return new CollectionIndexes(COLLECTION, List.of(done));
  }

  @Override
  public void save(Reach reach) {
    collection.replaceOne(
        eq("_id", reach.message()), write(reach), new ReplaceOptions().upsert(true));
  }

  @Override
  public Map<String, Reach> find(Collection<String> messages) {
    var found = new HashMap<String, Reach>();
    collection
        .find(in("_id", messages))
        .batchSize(500)
        .forEach(d -> found.put(d.getString("_id"), read(d)));
    return found;
  }

  @Override
  public List<Reach> unfinished(int limit) {
    var found = new ArrayList<Reach>();
    collection
        .find(eq("done", false))
        .limit(limit)
        .batchSize(Math.min(limit, 500))
        .forEach(d -> found.add(read(d)));
    return found;
  }

  private static Document write(Reach reach) {
    return new Document("_id", reach.message())
        .append("asked", reach.asked())
        .append("granted", reach.granted())
        .append("refused", reach.refused())
        .append("confirmed", reach.confirmed())
        .append("done", reach.done())
        .append("asOf", Date.from(reach.asOf()));
  }

  private static Reach read(Document stored) {
    return new Reach(
        stored.getString("_id"),
        stored.getInteger("asked"),
        stored.getInteger("granted"),
        stored.getInteger("refused"),
        stored.getInteger("confirmed"),
        stored.getBoolean("done"),
        stored.getDate("asOf").toInstant());
  }
}
