package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.index.Fields;

/** The commands that read. */
final class Reads {
  private final StoreDatabase database;
  private final Cursors cursors;

  Reads(StoreDatabase database, Cursors cursors) {
    this.database = database;
    this.cursors = cursors;
  }

  Document find(Document command) {
    String name = name(command, "find");
    StoreCollection collection = database.collection(name);
    if (collection == null) {
      return empty(name);
    }
    Hints.check(collection, command.get("hint"));
    FindQuery query = FindQueries.ofFind(command);
    BatchSize size = BatchSize.ofFind(command);
    return cursors.firstBatch(database.fullName(name), collection.findBytes(query), size);
  }

  Document count(Document command) {
    StoreCollection collection = database.collection(name(command, "count"));
    if (collection == null) {
      return Replies.ok("n", 0);
    }
    Hints.check(collection, command.get("hint"));
    FindQuery query = FindQueries.ofCount(command);
    return Replies.ok("n", collection.count(query.filter(), query.skip(), query.limit()));
  }

  Document distinct(Document command) {
    StoreCollection collection = database.collection(name(command, "distinct"));
    Hints.check(collection, command.get("hint"));
    Set<@Nullable Object> values = new TreeSet<>(ValueComparator.ascWithoutListHandling());
    if (collection != null) {
      FindQuery query = FindQuery.all(FindQueries.filter(command, "query"));
      String key = String.valueOf(command.get("key"));
      try (Stream<Document> found = collection.find(query)) {
        found.forEach(
            each -> addValues(values, Utils.getSubdocumentValueCollectionAware(each, key)));
      }
    }
    return Replies.ok("values", new ArrayList<>(values));
  }

  private static void addValues(Set<@Nullable Object> values, @Nullable Object value) {
    if (value instanceof Collection<?> all) {
      all.forEach(each -> addValues(values, each));
    } else if (!(value instanceof Missing)) {
      values.add(value);
    }
  }

  Document aggregate(Document command, DatabaseResolver resolver, Oplog oplog) {
    String name = name(command, "aggregate");
    StoreCollection collection = database.collection(name);
    Pipeline pipeline = Pipeline.of(command.get("pipeline"));
    Hints.check(collection, command.get("hint"));
    Stream<Document> results =
        pipeline.run(collection, new Pipeline.Surroundings(database, resolver, oplog));
    return cursors.firstBatch(
        database.fullName(name), results.map(Documents::encode), BatchSize.ofAggregate(command));
  }

  /** Runs the query to its end and tells which index was used and how much was examined. */
  Document explain(Document command) {
    Document explained = Fields.document(command, "explain");
    String inner = explained.keySet().iterator().next();
    StoreCollection collection = database.collection(String.valueOf(explained.get(inner)));
    FindQuery query =
        switch (inner) {
          case "find" -> FindQueries.ofFind(explained);
          case "count" -> FindQueries.ofCount(explained);
          case "aggregate" -> Pipeline.of(explained.get("pipeline")).lead();
          default ->
              throw Refusals.refusal(
                  "explain of '" + inner + "' (expected: find, count, aggregate)");
        };
    return collection == null
        ? Replies.ok("queryPlanner", new Document())
        : Explanation.of(collection, query);
  }

  private Document empty(String name) {
    return Replies.cursor(database.fullName(name), new Replies.Batch("firstBatch", List.of(), 0));
  }

  private static String name(Document command, String key) {
    return String.valueOf(command.getOrDefault(key, command.values().iterator().next()));
  }
}
