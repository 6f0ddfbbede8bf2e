package org.masterplan.profiles.source.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.masterplan.profiles.source.app.PushMarks;

/** Marks in MongoDB, one document for each source that rows are pushed into. */
public final class MongoPushMarks implements PushMarks {
  private static final String UNTIL = "until";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> collection;

  public MongoPushMarks(MongoDatabase database) {
    this.collection = database.getCollection("pushMarks");
  }

  @Override
  public void set(Mark mark) {
    var until = Updates.max(UNTIL, Date.from(mark.until()));
    collection.updateOne(eq("_id", mark.source()), until, UPSERT);
  }

  @Override
  public List<Mark> all() {
    return collection.find().map(MongoPushMarks::read).into(new ArrayList<>());
  }

  @Override
  public void remove(Mark mark) {
    collection.deleteOne(and(eq("_id", mark.source()), eq(UNTIL, Date.from(mark.until()))));
  }

  private static Mark read(Document document) {
    return new Mark(document.getString("_id"), document.getDate(UNTIL).toInstant());
  }
}
