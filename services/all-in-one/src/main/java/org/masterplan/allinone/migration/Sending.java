package org.masterplan.allinone.migration;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/** Sends the documents that are not there, or not the same there. */
final class Sending {
  private static final int BATCH = 500;

  private Sending() {}

  /** Returns how many had to be sent. */
  static long missing(
      MongoCollection<RawBsonDocument> source, MongoCollection<RawBsonDocument> target) {
    long sent = 0;
    List<RawBsonDocument> batch = new ArrayList<>();
    try (var all = source.find().batchSize(BATCH).iterator()) {
      while (all.hasNext()) {
        batch.add(all.next());
        if (batch.size() == BATCH || !all.hasNext()) {
          sent += send(batch, target);
          batch.clear();
        }
      }
    }
    return sent;
  }

  private static int send(List<RawBsonDocument> batch, MongoCollection<RawBsonDocument> target) {
    Map<BsonValue, RawBsonDocument> there = new HashMap<>();
    target
        .find(Filters.in("_id", batch.stream().map(each -> each.get("_id")).toList()))
        .batchSize(BATCH)
        .forEach(each -> there.put(each.get("_id"), each));
    var writes =
        batch.stream()
            .filter(each -> !each.equals(there.get(each.get("_id"))))
            .map(
                each ->
                    new ReplaceOneModel<>(
                        Filters.eq("_id", each.get("_id")),
                        each,
                        new ReplaceOptions().upsert(true)))
            .toList();
    if (!writes.isEmpty()) {
      target
          .withWriteConcern(WriteConcern.JOURNALED)
          .bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
    return writes.size();
  }
}
