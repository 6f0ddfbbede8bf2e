package org.masterplan.listening.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.masterplan.listening.app.Claims;

/** Claims in MongoDB: the key is the id, so that the first insert wins. */
public final class MongoClaims implements Claims {
  private static final String BY = "by";

  private final MongoCollection<Document> collection;

  public MongoClaims(MongoDatabase database) {
    this.collection = database.getCollection("sayings");
  }

  @Override
  public String first(String key, String id) {
    try {
      collection.insertOne(new Document("_id", key).append(BY, id));
      return id;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
    var found = collection.find(eq("_id", key)).first();
    return found == null ? id : found.getString(BY);
  }
}
