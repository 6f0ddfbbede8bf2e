package org.masterplan.profiles.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Decision;

/** The journal in MongoDB: one document per decision, its number as id, so it is taken once. */
public final class MongoJournal implements Journal {
  private static final String JOURNAL = "identityJournal";
  private static final String CAUSE = "cause";
  private static final List<String> STEWARDS =
      Cause.ofStewards().stream().map(Cause::name).toList();

  private final MongoCollection<Document> collection;

  public MongoJournal(MongoDatabase database) {
    this.collection =
        database
            .getCollection(JOURNAL)
            .withWriteConcern(WriteConcern.ACKNOWLEDGED.withJournal(true));
  }

  /** The collection's index: what stewards said is little beside what is matched. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(
        JOURNAL, List.of(new IndexModel(Indexes.ascending(CAUSE), new IndexOptions().name(CAUSE))));
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
  public List<Decision> said(long profile, int limit) {
    // The flags among the numbers of shifts are 0 and 1, which no profile is called.
    return collection
        .find(and(in(CAUSE, STEWARDS), eq("shifts", profile)))
        .sort(Sorts.descending("_id"))
        .limit(limit)
        .map(DecisionDocument::read)
        .into(new ArrayList<>());
  }

  @Override
  public long last() {
    var last = collection.find().sort(Sorts.descending("_id")).limit(1).first();
    return last == null ? 0 : last.getLong("_id");
  }
}
