package org.masterplan.abandonment.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.abandonment.app.Observations;
import org.masterplan.abandonment.domain.Observation;

/**
 * Observations in MongoDB, one document per community. What was stated and what was merely seen are
 * kept apart, so that the order in which they come does not matter.
 */
public final class MongoObservations implements Observations {
  static final String COLLECTION = "observations";
  static final String STATED = "until";
  static final String SEEN = "seen";

  private final MongoCollection<Document> collection;

  public MongoObservations(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  @Override
  public boolean extend(Observation observation) {
    var field = observation.stated() ? STATED : SEEN;
    var before =
        collection.findOneAndUpdate(
            eq("_id", observation.community()),
            Updates.max(field, Date.from(observation.until())),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE));
    if (before == null) {
      return true;
    }
    var kept = read(before);
    return !kept.and(observation).equals(kept);
  }

  @Override
  public Optional<Observation> find(String community) {
    return Optional.ofNullable(collection.find(eq("_id", community)).first())
        .map(MongoObservations::read);
  }

  @Override
  public List<Observation> all() {
    return collection
        .find()
        .sort(Sorts.ascending("_id"))
        .batchSize(500)
        .map(MongoObservations::read)
        .into(new ArrayList<>());
  }

  private static Observation read(Document document) {
    var community = document.getString("_id");
    var stated = document.getDate(STATED);
    return stated == null
        ? Observation.seen(community, document.getDate(SEEN).toInstant())
        : Observation.stated(community, stated.toInstant());
  }
}
