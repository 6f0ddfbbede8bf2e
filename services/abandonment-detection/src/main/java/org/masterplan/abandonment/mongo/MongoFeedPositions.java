package org.masterplan.abandonment.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.masterplan.abandonment.jobs.FeedPositions;

/** The register's feed position in MongoDB. */
public final class MongoFeedPositions implements FeedPositions {
  private static final String ID = "community-registry";

  private final MongoCollection<Document> collection;

  public MongoFeedPositions(MongoDatabase database) {
    this.collection = database.getCollection("feed_positions");
  }

  @Override
  public String token() {
    var found = collection.find(eq("_id", ID)).first();
    return found == null ? "" : found.getString("token");
  }

  @Override
  public void reached(String token) {
    collection.updateOne(
        eq("_id", ID), Updates.set("token", token), new UpdateOptions().upsert(true));
  }
}
