package org.masterplan.abandonment.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.abandonment.app.RegisteredCommunities;
import org.masterplan.abandonment.domain.Registered;

/** The register's communities in MongoDB, one document each. */
public final class MongoRegisteredCommunities implements RegisteredCommunities {
  private final MongoCollection<Document> collection;

  public MongoRegisteredCommunities(MongoDatabase database) {
    this.collection = database.getCollection("registered_communities");
  }

  @Override
  public void put(Registered community) {
    collection.replaceOne(
        eq("_id", community.community()),
        RegisteredDocument.write(community),
        new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<Registered> find(String community) {
    return Optional.ofNullable(collection.find(eq("_id", community)).first())
        .map(RegisteredDocument::read);
  }

  @Override
  public List<Registered> all() {
    return collection
        .find()
        .sort(Sorts.ascending("_id"))
        .batchSize(500)
        .map(RegisteredDocument::read)
        .into(new ArrayList<>());
  }
}
