package org.masterplan.registry.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.masterplan.registry.member.app.Seats;

/**
 * Places in MongoDB: one document for each community with a cap, {@code {_id, n, holders}}. The
 * number and who holds a place change in one command, so that a repeated request neither takes a
 * second place nor loses one.
 */
public final class MongoSeats implements Seats {
  private static final String ID = "_id";
  private static final String TAKEN = "n";
  private static final String HOLDERS = "holders";

  private final MongoCollection<Document> collection;

  public MongoSeats(MongoDatabase database) {
    this.collection = database.getCollection("seats");
  }

  @Override
  public void open(String community, Supplier<Collection<String>> holders) {
    if (collection.find(eq(ID, community)).projection(Projections.include(TAKEN)).first() != null) {
      return;
    }
    var first = List.copyOf(holders.get());
    try {
      collection.insertOne(
          new Document(ID, community).append(TAKEN, first.size()).append(HOLDERS, first));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      // Somebody else has opened it in between.
    }
  }

  @Override
  public boolean take(String community, String member, int places) {
    var free = and(eq(ID, community), lt(TAKEN, places), ne(HOLDERS, member));
    var take = Updates.combine(Updates.inc(TAKEN, 1), Updates.push(HOLDERS, member));
    var taken = collection.findOneAndUpdate(free, take, onlyNumber());
    return taken != null || holds(community, member);
  }

  @Override
  public void release(String community, String member) {
    var held = and(eq(ID, community), eq(HOLDERS, member));
    var release = Updates.combine(Updates.inc(TAKEN, -1), Updates.pull(HOLDERS, member));
    collection.findOneAndUpdate(held, release, onlyNumber());
  }

  private boolean holds(String community, String member) {
    return collection
            .find(and(eq(ID, community), eq(HOLDERS, member)))
            .projection(Projections.include(TAKEN))
            .first()
        != null;
  }

  private static FindOneAndUpdateOptions onlyNumber() {
    return new FindOneAndUpdateOptions().projection(Projections.include(TAKEN));
  }
}
