package org.masterplan.listening.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.masterplan.listening.app.Votes;
import org.masterplan.platform.mongo.CollectionIndexes;

/** Votes in MongoDB: idea and person are the id, so that a person's second vote is the first. */
public final class MongoVotes implements Votes {
  private static final String COLLECTION = "votes";
  private static final String IDEA = "idea";
  private static final String PERSON = "person";

  private final MongoCollection<Document> collection;

  public MongoVotes(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(COLLECTION, List.of(index(IDEA), index(PERSON)));
  }

  @Override
  public boolean cast(String idea, String person) {
    var vote = new Document(IDEA, idea).append(PERSON, person);
    var result =
        collection.updateOne(
            eq("_id", id(idea, person)),
            new Document("$setOnInsert", vote),
            new UpdateOptions().upsert(true));
    return result.getUpsertedId() != null;
  }

  @Override
  public Map<String, Long> count(Collection<String> ideas) {
    var counts = new HashMap<String, Long>();
    ideas.forEach(idea -> counts.put(idea, collection.countDocuments(eq(IDEA, idea))));
    return counts;
  }

  @Override
  public void fold(String from, String into) {
    for (var person : persons(from)) {
      cast(into, person);
      withdraw(from, person);
    }
  }

  @Override
  public List<String> voters(String handle) {
    return collection
        .distinct(PERSON, MongoHandles.of(PERSON, handle), String.class)
        .into(new ArrayList<>());
  }

  @Override
  public void each(BiConsumer<String, String> use) {
    collection
        .find()
        .batchSize(500)
        .forEach(vote -> use.accept(vote.getString(IDEA), vote.getString(PERSON)));
  }

  @Override
  public List<String> of(String person) {
    return collection
        .find(eq(PERSON, person))
        .batchSize(500)
        .map(d -> d.getString(IDEA))
        .into(new ArrayList<>());
  }

  @Override
  public boolean withdraw(String idea, String person) {
    return collection.deleteOne(eq("_id", id(idea, person))).getDeletedCount() > 0;
  }

  private List<String> persons(String idea) {
    return collection
        .find(eq(IDEA, idea))
        .batchSize(500)
        .map(d -> d.getString(PERSON))
        .into(new ArrayList<>());
  }

  private static String id(String idea, String person) {
    return idea + "/" + person;
  }

  private static IndexModel index(String field) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().name(field));
  }
}
