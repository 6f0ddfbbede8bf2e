package org.masterplan.platform.intake;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.Pairs;

/** What is remembered of imports, as long as their rejected rows are kept. */
final class ImportDocuments {
  private static final String COLLECTION = "imports";
  private static final String EXPIRES = "expiresAt";

  private final MongoCollection<Document> collection;

  ImportDocuments(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  static CollectionIndexes indexes() {
    var expires = new IndexModel(Indexes.ascending(EXPIRES), new IndexOptions().name(EXPIRES));
    return new CollectionIndexes(COLLECTION, List.of(expires));
  }

  void put(Imported what, Instant expires) {
    var document =
        new Document("_id", what.id())
            .append("columns", what.columns())
            .append("about", Pairs.of(what.about()))
            .append(EXPIRES, Date.from(expires));
    collection.replaceOne(eq("_id", what.id()), document, new ReplaceOptions().upsert(true));
  }

  Optional<Imported> find(String id) {
    return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(ImportDocuments::read);
  }

  void sweep(Instant now) {
    collection.deleteMany(lt(EXPIRES, Date.from(now)));
  }

  private static Imported read(Document document) {
    return new Imported(
        document.getString("_id"),
        document.getList("columns", String.class),
        Pairs.map(document, "about"));
  }
}
