package org.masterplan.registry.member.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.bson.Document;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.registry.member.app.SeenProfiles;

/** States of profiles in MongoDB: {@code {_id, state}}. */
public final class MongoSeenProfiles implements SeenProfiles {
  private static final String ID = "_id";
  private static final String STATE = "state";
  private static final int BATCH = 1000;
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> collection;

  public MongoSeenProfiles(MongoDatabase database) {
    this.collection = database.getCollection("seenProfiles");
  }

  @Override
  public void note(Map<String, Long> states) {
    var writes = new ArrayList<UpdateOneModel<Document>>();
    states.forEach(
        (profile, state) ->
            writes.add(new UpdateOneModel<>(eq(ID, profile), Updates.max(STATE, state), UPSERT)));
    Bulk.run(collection, writes);
  }

  @Override
  public void each(ObjLongConsumer<String> reader) {
    collection
        .find()
        .batchSize(BATCH)
        .forEach(d -> reader.accept(d.getString(ID), d.getLong(STATE)));
  }
}
