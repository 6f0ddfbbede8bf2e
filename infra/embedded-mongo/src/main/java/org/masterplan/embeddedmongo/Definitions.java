package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.masterplan.embeddedmongo.index.Fields;
import org.masterplan.embeddedmongo.index.IndexDefinition;
import org.masterplan.embeddedmongo.index.IndexSpecifications;
import org.masterplan.embeddedmongo.index.StoredIndex;

/** The commands that define collections and indexes, and those that list them. */
final class Definitions {
  private final StoreDatabase database;

  Definitions(StoreDatabase database) {
    this.database = database;
  }

  Document create(Document command) {
    String name = String.valueOf(command.get("create"));
    database.createCollectionOrThrowIfExists(name, CollectionOptions.withDefaults());
    return Replies.ok();
  }

  Document drop(Document command, Oplog oplog) {
    String name = String.valueOf(command.get("drop"));
    StoreCollection collection = database.existing(name);
    int indexes = collection.storage().indexes().size();
    database.dropCollection(name, oplog);
    return Replies.ok("nIndexesWas", indexes).append("ns", database.fullName(name));
  }

  Document createIndexes(Document command) {
    List<?> specs = Fields.list(command, "indexes");
    specs.forEach(spec -> IndexSpecifications.check((Document) spec));
    StoreCollection collection =
        database.resolveOrCreateCollection(String.valueOf(command.get("createIndexes")));
    int before = collection.storage().indexes().size();
    for (Object each : specs) {
      Document spec = ((Document) each).clone();
      spec.remove("ns");
      spec.putIfAbsent("v", 2);
      collection.createIndex(IndexDefinition.of(spec));
    }
    return Replies.ok("numIndexesBefore", before)
        .append("numIndexesAfter", collection.storage().indexes().size());
  }

  Document dropIndexes(Document command) {
    StoreCollection collection = database.existing(String.valueOf(command.get("dropIndexes")));
    int before = collection.storage().indexes().size();
    Object wanted = command.getOrDefault("index", "");
    if ("*".equals(wanted)) {
      collection.storage().secondaryIndexes().forEach(collection::removeIndex);
    } else {
      collection.removeIndex(secondaryIndex(collection, wanted));
    }
    return Replies.ok("nIndexesWas", before);
  }

  private static StoredIndex secondaryIndex(StoreCollection collection, Object wanted) {
    return collection.storage().secondaryIndexes().stream()
        .filter(index -> index.name().equals(wanted) || index.definition().key().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IndexNotFoundException("index not found: " + wanted));
  }

  Document listIndexes(Document command) {
    String name = String.valueOf(command.get("listIndexes"));
    List<Document> indexes =
        database.existing(name).storage().indexes().stream()
            .map(index -> index.definition().spec())
            .toList();
    return Replies.cursor(database.fullName(name), new Replies.Batch("firstBatch", indexes, 0));
  }

  Document listCollections(Document command) {
    Document filter = FindQueries.filter(command, "filter");
    DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    List<Document> collections =
        database.collections().keySet().stream()
            .sorted()
            .map(Definitions::describe)
            .filter(each -> matcher.matches(each, filter))
            .toList();
    return Replies.cursor(
        database.fullName("$cmd.listCollections"), new Replies.Batch("firstBatch", collections, 0));
  }

  private static Document describe(String name) {
    return new Document("name", name)
        .append("type", "collection")
        .append("options", new Document())
        .append("info", new Document("readOnly", false));
  }
}
