package org.masterplan.abandonment.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.abandonment.app.Observations;
import org.masterplan.abandonment.domain.Observation;

/** Observations in MongoDB, one document per community. */
public final class MongoObservations implements Observations {
  private static final String UNTIL = "until";

  private final MongoCollection<Document> collection;

  public MongoObservations(MongoDatabase database) {
    this.collection = database.getCollection("observations");
  }

  @Override
  public boolean extend(Observation observation) {
    var later = Updates.max(UNTIL, Date.from(observation.until()));
    var result =
        collection.updateOne(
            eq("_id", observation.community()), later, new UpdateOptions().upsert(true));
    return result.getUpsertedId() != null || result.getModifiedCount() > 0;
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
    return new Observation(document.getString("_id"), document.getDate(UNTIL).toInstant());
  }
}
