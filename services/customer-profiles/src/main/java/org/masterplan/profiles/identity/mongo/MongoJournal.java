package org.masterplan.profiles.identity.mongo;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.domain.Decision;

/** The journal in MongoDB: one document per decision, its number as id, so it is taken once. */
public final class MongoJournal implements Journal {
  private final MongoCollection<Document> collection;

  public MongoJournal(MongoDatabase database) {
    this.collection =
        database
            .getCollection("identityJournal")
            .withWriteConcern(WriteConcern.ACKNOWLEDGED.withJournal(true));
  }

  @Override
  public boolean append(Decision decision) {
    try {
      collection.insertOne(DecisionDocument.write(decision));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public List<Decision> after(long number, int limit) {
    return collection
        .find(gt("_id", number))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(DecisionDocument::read)
        .into(new ArrayList<>());
  }

  @Override
  public long last() {
    var last = collection.find().sort(Sorts.descending("_id")).limit(1).first();
    return last == null ? 0 : last.getLong("_id");
  }
}
