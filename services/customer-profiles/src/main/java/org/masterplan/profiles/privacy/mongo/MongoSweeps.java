package org.masterplan.profiles.privacy.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.masterplan.profiles.privacy.app.Sweeps;
import org.masterplan.profiles.privacy.domain.Sweep;

/** Sweeps in MongoDB, by their first record's number. */
public final class MongoSweeps implements Sweeps {
  private final MongoCollection<Document> collection;

  public MongoSweeps(MongoDatabase database) {
    this.collection =
        database
            .getCollection("retentionSweeps")
            .withWriteConcern(WriteConcern.ACKNOWLEDGED.withJournal(true));
  }

  @Override
  public void begin(Sweep sweep) {
    var document =
        new Document("_id", sweep.id())
            .append("source", sweep.source())
            .append("days", sweep.days())
            .append("until", Date.from(sweep.until()))
            .append("records", sweep.records());
    collection.replaceOne(eq("_id", sweep.id()), document, new ReplaceOptions().upsert(true));
  }

  @Override
  public List<Sweep> left() {
    return collection
        .find()
        .sort(Sorts.ascending("_id"))
        .map(MongoSweeps::read)
        .into(new ArrayList<>());
  }

  private static Sweep read(Document document) {
    return new Sweep(
        document.getLong("_id"),
        document.getString("source"),
        document.getInteger("days"),
        document.getDate("until").toInstant(),
        document.getList("records", Long.class));
  }

  @Override
  public void end(Sweep sweep) {
    collection.deleteOne(eq("_id", sweep.id()));
  }
}
