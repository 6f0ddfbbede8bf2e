package org.masterplan.platform.lease;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Leases in MongoDB, a document each. Instances' clocks may differ by less than a lease. */
public final class MongoLeases implements Leases {
  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> collection;
  private final Clock clock;

  public MongoLeases(MongoDatabase database, Clock clock) {
    this.collection = database.getCollection("leases");
    this.clock = clock;
  }

  @Override
  public Optional<Lease> take(String name, String holder, Duration length) {
    var now = clock.instant();
    var until = Date.from(now.plus(length));
    var free = and(eq("_id", name), lte("until", Date.from(now)));
    var taken =
        collection.findOneAndUpdate(
            free, combine(set("holder", holder), set("until", until), inc("fence", 1L)), AFTER);
    return taken == null ? first(name, holder, until) : Optional.of(read(taken));
  }

  @Override
  public Optional<Lease> renew(Lease lease, Duration length) {
    var until = Date.from(clock.instant().plus(length));
    var renewed = collection.findOneAndUpdate(held(lease), set("until", until), AFTER);
    return Optional.ofNullable(renewed).map(MongoLeases::read);
  }

  @Override
  public void release(Lease lease) {
    collection.updateOne(held(lease), set("until", Date.from(Instant.EPOCH)));
  }

  private Optional<Lease> first(String name, String holder, Date until) {
    var document =
        new Document("_id", name)
            .append("holder", holder)
            .append("fence", 1L)
            .append("until", until);
    try {
      collection.insertOne(document);
      return Optional.of(read(document));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Bson held(Lease lease) {
    return and(eq("_id", lease.name()), eq("holder", lease.holder()), eq("fence", lease.fence()));
  }

  private static Lease read(Document document) {
    return new Lease(
        document.getString("_id"),
        document.getString("holder"),
        document.getLong("fence"),
        document.getDate("until").toInstant());
  }
}
