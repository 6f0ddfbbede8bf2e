package org.masterplan.profiles.privacy.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.masterplan.profiles.privacy.app.Told;

/** How far each service was told, one document each. */
public final class MongoTold implements Told {
  private static final String DECISION = "decision";

  private final MongoCollection<Document> collection;

  public MongoTold(MongoDatabase database) {
    this.collection = database.getCollection("movesTold");
  }

  @Override
  public long upTo(String service) {
    var found = collection.find(eq("_id", service)).first();
    return found == null ? 0 : found.getLong(DECISION);
  }

  @Override
  public void upTo(String service, long decision) {
    collection.updateOne(
        eq("_id", service), Updates.max(DECISION, decision), new UpdateOptions().upsert(true));
  }
}
