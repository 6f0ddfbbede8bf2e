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

/** Marks in MongoDB, one document for each source and each instance that pushes into it. */
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
    collection.updateOne(eq("_id", id(mark)), until, UPSERT);
  }

  @Override
  public List<Mark> all() {
    return collection.find().map(MongoPushMarks::read).into(new ArrayList<>());
  }

  @Override
  public void remove(Mark mark) {
    collection.deleteOne(and(eq("_id", id(mark)), eq(UNTIL, Date.from(mark.until()))));
  }

  /** Marks of an earlier release name no instance. */
  private static String id(Mark mark) {
    return mark.instance().isEmpty() ? mark.source() : mark.source() + '/' + mark.instance();
  }

  private static Mark read(Document document) {
    var id = document.getString("_id");
    int slash = id.indexOf('/');
    var until = document.getDate(UNTIL).toInstant();
    return slash < 0
        ? new Mark(id, "", until)
        : new Mark(id.substring(0, slash), id.substring(slash + 1), until);
  }
}
