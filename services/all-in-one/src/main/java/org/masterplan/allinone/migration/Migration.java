package org.masterplan.allinone.migration;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Copies every database from one server to another that holds nothing of the kind, then compares
 * both. Cut short, it is run again: what is there already is not sent twice. Nobody may write to
 * either meanwhile.
 */
public final class Migration {
  private static final Set<String> NOT_OURS = Set.of("admin", "config", "local");
  private static final String MARKS = "masterplanMigration";

  private final MongoClient from;
  private final MongoClient to;

  /**
   * One collection that is there and alike.
   *
   * @param name {@code database.collection}
   * @param sent documents that had to be sent this time
   */
  public record Moved(String name, Content content, long sent) {}

  /** The target holds something else than it should. */
  public static final class Different extends Exception {
    private static final long serialVersionUID = 1L;

    Different(String name) {
      super(name);
    }

    /** {@code database.collection}, or the database. */
    public String name() {
      return String.valueOf(getMessage());
    }
  }

  public Migration(MongoClient from, MongoClient to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Does it all; tells of each collection as soon as it is alike on both sides.
   *
   * @throws Different when the target holds documents of its own, before anything is sent to that
   *     database, or when the two are not alike in the end
   */
  public List<Moved> run(Consumer<Moved> told) throws Different {
    List<Moved> all = new ArrayList<>();
    for (var database : databases()) {
      begin(database);
      for (var collection : collections(database)) {
        var moved = move(database, collection);
        told.accept(moved);
        all.add(moved);
      }
      to.getDatabase(database).getCollection(MARKS).drop();
    }
    return all;
  }

  private List<String> databases() {
    List<String> names = new ArrayList<>();
    from.listDatabaseNames().forEach(names::add);
    names.removeIf(NOT_OURS::contains);
    return names.stream().sorted().toList();
  }

  private List<String> collections(String database) {
    List<String> names = new ArrayList<>();
    from.getDatabase(database).listCollectionNames().forEach(names::add);
    names.removeIf(name -> name.startsWith("system.") || name.equals(MARKS));
    return names.stream().sorted().toList();
  }

  /** A database of somebody else's is left alone; one that this program began is gone on with. */
  private void begin(String database) throws Different {
    var marks = to.getDatabase(database).getCollection(MARKS);
    if (marks.countDocuments() > 0) {
      return;
    }
    for (var collection : collections(database)) {
      if (!isEmptyOrAlike(database, collection)) {
        throw new Different(database + "." + collection);
      }
    }
    marks.replaceOne(Filters.eq("_id", "begun"), new Document(), new ReplaceOptions().upsert(true));
  }

  private boolean isEmptyOrAlike(String database, String collection) {
    var target = to.getDatabase(database).getCollection(collection, RawBsonDocument.class);
    return target.find().limit(1).first() == null
        || Content.of(target).equals(Content.of(source(database, collection)));
  }

  private Moved move(String database, String collection) throws Different {
    var source = source(database, collection);
    var target = to.getDatabase(database).getCollection(collection, RawBsonDocument.class);
    long sent = Sending.missing(source, target);
    var content = Content.of(source);
    if (!content.equals(Content.of(target))) {
      throw new Different(database + "." + collection);
    }
    createIndexes(database, collection);
    return new Moved(database + "." + collection, content, sent);
  }

  private MongoCollection<RawBsonDocument> source(String database, String collection) {
    return from.getDatabase(database).getCollection(collection, RawBsonDocument.class);
  }

  /** Last, because an index with expiry takes documents away. */
  private void createIndexes(String database, String collection) {
    List<Document> specifications = new ArrayList<>();
    for (var index : from.getDatabase(database).getCollection(collection).listIndexes()) {
      if (!"_id_".equals(index.getString("name"))) {
        index.remove("ns");
        index.remove("v");
        specifications.add(index);
      }
    }
    if (!specifications.isEmpty()) {
      to.getDatabase(database)
          .runCommand(new Document("createIndexes", collection).append("indexes", specifications));
    }
  }
}
