package org.masterplan.listening.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.masterplan.listening.app.Claims;
import org.masterplan.platform.mongo.Bulk;

/** Claims in MongoDB: the key is the id, so that the first insert wins. */
public final class MongoClaims implements Claims {
  private static final String BY = "by";

  private final MongoCollection<Document> collection;

  public MongoClaims(MongoDatabase database) {
    this.collection = database.getCollection("sayings");
  }

  @Override
  public Map<String, String> first(Map<String, String> claimants) {
    var keys = List.copyOf(claimants.keySet());
    var claims =
        keys.stream()
            .map(
                key ->
                    new InsertOneModel<>(new Document("_id", key).append(BY, claimants.get(key))))
            .toList();
    var taken = Bulk.write(collection, claims).stream().map(keys::get).toList();
    var first = new HashMap<>(claimants);
    if (!taken.isEmpty()) {
      collection
          .find(in("_id", taken))
          .forEach(d -> first.put(d.getString("_id"), d.getString(BY)));
    }
    return first;
  }
}
