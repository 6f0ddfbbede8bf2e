package org.masterplan.profiles.source.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.mongo.Bulk;
import org.masterplan.profiles.mongo.Pairs;
import org.masterplan.profiles.source.app.RejectedRows;

/** Rejected rows in MongoDB, by source, load and line. */
public final class MongoRejectedRows implements RejectedRows {
  private final MongoCollection<Document> collection;

  public MongoRejectedRows(MongoDatabase database) {
    this.collection = database.getCollection("rejectedRows");
  }

  @Override
  public long keep(List<Kept> rows) {
    var writes = rows.stream().map(kept -> new InsertOneModel<>(write(kept))).toList();
    return rows.size() - Bulk.write(collection, writes).size();
  }

  @Override
  public List<Kept> list(String source, String afterId, int limit) {
    return collection
        .find(after(source, afterId))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(MongoRejectedRows::read)
        .into(new ArrayList<>());
  }

  @Override
  public long count(String source) {
    return collection.countDocuments(after(source, ""));
  }

  @Override
  public long remove(List<Kept> rows) {
    long removed = 0;
    for (var part : Bulk.parts(rows)) {
      var ids = part.stream().map(MongoRejectedRows::id).toList();
      removed += collection.deleteMany(in("_id", ids)).getDeletedCount();
    }
    return removed;
  }

  private static Bson after(String source, String afterId) {
    return and(gt("_id", source + "/" + afterId), lt("_id", source + "0"));
  }

  private static String id(Kept kept) {
    return kept.source() + "/" + kept.id();
  }

  private static Document write(Kept kept) {
    return new Document("_id", id(kept))
        .append("load", kept.load())
        .append("line", kept.row().line())
        .append("values", Pairs.write(kept.row().values()))
        .append("field", kept.row().field())
        .append("value", kept.row().value())
        .append("reason", kept.row().reason())
        .append("about", Pairs.write(kept.row().about()));
  }

  private static Kept read(Document document) {
    var id = document.getString("_id");
    int at = id.indexOf('/');
    var row =
        new Row.Bad(
            document.getLong("line"),
            Pairs.read(document, "values"),
            document.getString("field"),
            document.getString("value"),
            document.getString("reason"),
            Pairs.read(document, "about"));
    return new Kept(id.substring(at + 1), id.substring(0, at), document.getString("load"), row);
  }
}
