package org.masterplan.governance.contact.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.governance.contact.app.Reservations;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.platform.mongo.CollectionIndexes;

/** Reservations in MongoDB, one document each. */
public final class MongoReservations implements Reservations {
  private static final String COLLECTION = "reservations";
  private static final int BATCH = 500;

  private final MongoCollection<Document> collection;

  public MongoReservations(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.JOURNALED);
  }

  /** The indexes that it needs. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(
        COLLECTION,
        List.of(
            new IndexModel(
                Indexes.ascending("profile", "time"), new IndexOptions().name("profile_time")),
            new IndexModel(
                Indexes.ascending("point", "time"), new IndexOptions().name("point_time")),
            new IndexModel(
                Indexes.ascending("message", "_id"), new IndexOptions().name("message_id"))));
  }

  @Override
  public Optional<Reservation> find(String id) {
    return Optional.ofNullable(collection.find(eq("_id", id)).first())
        .map(ReservationDocument::read);
  }

  @Override
  public boolean add(Reservation reservation) {
    try {
      collection.insertOne(ReservationDocument.write(reservation));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean replace(Reservation next) {
    var lock = and(eq("_id", next.id()), eq("revision", next.revision() - 1));
    return collection.replaceOne(lock, ReservationDocument.write(next)).getMatchedCount() == 1;
  }

  @Override
  public List<Reservation> ofAccounts(List<String> keys, int limit) {
    return list(or(in("profile", keys), in("point", keys)), Sorts.ascending("time", "_id"), limit);
  }

  @Override
  public List<Reservation> ofMessage(String message, String after, int limit) {
    var rest = and(eq("message", message), gt("_id", after));
    return list(rest, Sorts.ascending("_id"), limit);
  }

  @Override
  public void confirmed(Collection<String> profiles, Instant since, Consumer<Reservation> use) {
    var state = eq("outcome.state", Reservation.State.CONFIRMED.name());
    collection
        .find(and(in("profile", profiles), gte("time", Date.from(since)), state))
        .batchSize(BATCH)
        .map(ReservationDocument::read)
        .forEach(use);
  }

  @Override
  public int refile(String from, String to) {
    int moved = 0;
    while (true) {
      var page = list(eq("profile", from), Sorts.ascending("time", "_id"), BATCH);
      if (page.isEmpty()) {
        return moved;
      }
      for (var each : page) {
        var same = and(eq("_id", each.id()), eq("profile", from));
        var change = Updates.combine(Updates.set("profile", to), Updates.inc("revision", 1L));
        moved += (int) collection.updateOne(same, change).getModifiedCount();
      }
    }
  }

  @Override
  public int remove(List<String> ids) {
    return ids.stream()
        .mapToInt(id -> (int) collection.deleteOne(eq("_id", id)).getDeletedCount())
        .sum();
  }

  private List<Reservation> list(Bson filter, Bson order, int limit) {
    var found = new ArrayList<Reservation>();
    collection
        .find(filter)
        .sort(order)
        .limit(limit)
        .batchSize(Math.min(limit, BATCH))
        .forEach(d -> found.add(ReservationDocument.read(d)));
    return found;
  }
}
