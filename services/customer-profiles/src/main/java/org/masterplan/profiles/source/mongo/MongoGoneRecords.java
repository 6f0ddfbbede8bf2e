package org.masterplan.profiles.source.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.profiles.source.app.GoneRecords;
import org.masterplan.profiles.source.domain.RecordName;

/** Erased records in MongoDB: their ids, and when they went. */
public final class MongoGoneRecords implements GoneRecords {
  private static final String AT = "at";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> collection;

  public MongoGoneRecords(MongoDatabase database) {
    this.collection = database.getCollection("goneRecords");
  }

  @Override
  public void keep(Collection<Gone> gone) {
    for (var part : Bulk.parts(gone)) {
      collection.bulkWrite(part.stream().map(MongoGoneRecords::write).toList());
    }
  }

  private static UpdateOneModel<Document> write(Gone gone) {
    var at = Updates.set(AT, Date.from(gone.at()));
    return new UpdateOneModel<>(eq("_id", gone.name().key()), at, UPSERT);
  }

  @Override
  public List<Gone> list(String source, String afterId, int limit) {
    return collection
        .find(and(gt("_id", source + "/" + afterId), lt("_id", source + "0")))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(MongoGoneRecords::read)
        .into(new ArrayList<>());
  }

  private static Gone read(Document document) {
    return new Gone(RecordName.ofKey(document.getString("_id")), document.getDate(AT).toInstant());
  }

  @Override
  public long forget(Instant before) {
    return collection.deleteMany(lt(AT, Date.from(before))).getDeletedCount();
  }
}
