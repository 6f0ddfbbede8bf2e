package org.masterplan.platform.operation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.Pairs;

/**
 * The operations of one service. Writes of a run carry its fence, so that an old run is shut out.
 */
final class OperationDocuments {
  private static final String COLLECTION = "operations";
  private static final List<String> OPEN =
      List.of(OperationState.WAITING.name(), OperationState.RUNNING.name());
  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> collection;
  private final Clock clock;

  OperationDocuments(MongoDatabase database, Clock clock) {
    this.collection = database.getCollection(COLLECTION);
    this.clock = clock;
  }

  static CollectionIndexes indexes() {
    return new CollectionIndexes(
        COLLECTION,
        List.of(
            new IndexModel(
                Indexes.ascending("state", "createTime"), new IndexOptions().name("state_time")),
            new IndexModel(
                Indexes.descending("createTime", "_id"), new IndexOptions().name("time_id"))));
  }

  MongoCollection<Document> collection() {
    return collection;
  }

  Optional<OperationDocument> find(String name) {
    return Optional.ofNullable(collection.find(eq("_id", name)).first())
        .map(OperationDocument::read);
  }

  /** Stores a new operation; one of that name that failed or was cancelled begins again. */
  void start(OperationDocument.Start start) {
    var fresh = OperationDocument.fresh(start, clock.instant());
    try {
      collection.insertOne(fresh);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      var ended = List.of(OperationState.FAILED.name(), OperationState.CANCELLED.name());
      collection.updateOne(
          and(eq("_id", start.name()), in("state", ended)),
          combine(
              set("state", OperationState.WAITING.name()),
              set("startedBy", start.startedBy()),
              set("payload", Pairs.of(start.payload())),
              set("attempts", 0),
              set("cancelAsked", false),
              set("updateTime", Date.from(clock.instant()))));
    }
  }

  /** Operations of these kinds that want doing, oldest first, after that one; null begins. */
  List<OperationDocument> open(
      Collection<String> kinds, @Nullable OperationDocument after, int limit) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    var open = and(in("state", OPEN), in("kind", kinds));
    return collection
        .find(after == null ? open : and(open, later(after)))
        .sort(Sorts.ascending("createTime", "_id"))
        .limit(limit)
        .batchSize(limit)
        .map(OperationDocument::read)
        .into(new ArrayList<>());
  }

  private static Bson later(OperationDocument than) {
    var created = Date.from(than.created());
    return or(gt("createTime", created), and(eq("createTime", created), gt("_id", than.name())));
  }

  /** Makes the holder of this fence the only writer; empty if the operation is over. */
  Optional<OperationDocument> claim(String name, long fence) {
    var open = and(eq("_id", name), in("state", OPEN), lt("fence", fence));
    var claimed =
        collection.findOneAndUpdate(
            open,
            combine(
                set("state", OperationState.RUNNING.name()),
                set("fence", fence),
                inc("attempts", 1),
                set("updateTime", Date.from(clock.instant()))),
            AFTER);
    return Optional.ofNullable(claimed).map(OperationDocument::read);
  }

  /**
   * Whether it should go on; empty if another run has taken over.
   *
   * @param further whether it has come further than any run of it before: then what broke off does
   *     not count against it any more
   */
  Optional<Boolean> report(
      String name, long fence, Progress progress, Map<String, String> checkpoint, boolean further) {
    var attempts = further ? set("attempts", 0) : combine();
    var stored =
        collection.findOneAndUpdate(
            held(name, fence),
            combine(
                set("progress", OperationDocument.write(progress)),
                max("furthest.read", progress.read()),
                max("furthest.bytes", progress.bytes()),
                set("checkpoint", Pairs.of(checkpoint)),
                attempts,
                set("updateTime", Date.from(clock.instant()))),
            AFTER);
    return Optional.ofNullable(stored).map(d -> !d.getBoolean("cancelAsked", false));
  }

  void done(String name, long fence, byte[] response) {
    end(name, fence, OperationState.DONE, set("response", new Binary(response)));
  }

  void failed(String name, long fence, byte[] english, byte[] vietnamese) {
    end(
        name,
        fence,
        OperationState.FAILED,
        combine(set("errorEn", new Binary(english)), set("errorVi", new Binary(vietnamese))));
  }

  void cancelled(String name, long fence) {
    end(name, fence, OperationState.CANCELLED, set("cancelAsked", true));
  }

  /** Asks an open operation to stop; one that waits stops at once. */
  void cancel(String name) {
    var now = Date.from(clock.instant());
    var waiting = and(eq("_id", name), eq("state", OperationState.WAITING.name()));
    var stop = set("state", OperationState.CANCELLED.name());
    if (collection.updateOne(waiting, combine(stop, set("endTime", now))).getMatchedCount() == 0) {
      collection.updateOne(
          and(eq("_id", name), eq("state", OperationState.RUNNING.name())),
          set("cancelAsked", true));
    }
  }

  private void end(String name, long fence, OperationState state, Bson result) {
    var now = Date.from(clock.instant());
    collection.updateOne(
        held(name, fence),
        combine(set("state", state.name()), set("updateTime", now), set("endTime", now), result));
  }

  private static Bson held(String name, long fence) {
    return and(eq("_id", name), eq("fence", fence), eq("state", OperationState.RUNNING.name()));
  }
}
