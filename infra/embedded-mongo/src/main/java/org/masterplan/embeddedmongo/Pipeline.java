package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.bson.BsonWriter;

/**
 * An aggregation: its leading {@code $match}, {@code $sort} and {@code $limit} as a planned query,
 * the rest as the library's stages over the documents found.
 */
record Pipeline(FindQuery lead, List<Document> rest) {
  private static final int LIMIT_NOT_POSITIVE = 15958;

  /** Stages that hold pipelines of their own. */
  private static final Set<String> PIPELINED = Set.of("$facet", "$lookup", "$unionWith");

  /** Those that hold every document before they hand on the first. */
  private static final Set<String> HOLDING = Set.of("$sort", "$facet");

  /**
   * Those the checks cover. The library's {@code $out} loses what it replaces when the process ends
   * in between, its {@code $merge} and {@code $graphLookup} do other than MongoDB's, its {@code
   * $sample} sorts by an order that is none and fails at times.
   */
  private static final Set<String> STAGES =
      Set.of(
          "$match",
          "$sort",
          "$skip",
          "$limit",
          "$project",
          "$addFields",
          "$unset",
          "$replaceRoot",
          "$unwind",
          "$group",
          "$count",
          "$sortByCount",
          "$bucket",
          "$facet",
          "$lookup");

  /** What the stages may refer to. */
  record Surroundings(StoreDatabase database, DatabaseResolver resolver, Oplog oplog) {
    private Aggregation stage(Document stage) {
      return Aggregation.fromPipeline(List.of(stage), resolver, database, null, oplog);
    }
  }

  static Pipeline of(@Nullable Object pipeline) {
    Deque<Document> stages = new ArrayDeque<>(Aggregation.parse(pipeline));
    Document filter = taken(stages, "$match", Document.class);
    Document sort = FindQueries.sort(taken(stages, "$sort", Document.class));
    Number limit = taken(stages, "$limit", Number.class);
    FindQuery lead =
        new FindQuery(
            filter == null ? new Document() : filter,
            sort,
            0,
            limit == null ? 0 : positive(limit),
            null);
    return new Pipeline(lead, stages.stream().map(Pipeline::stage).toList());
  }

  /** What the first stage says when it is of that name; it is done with then. */
  private static <T> @Nullable T taken(Deque<Document> stages, String name, Class<T> type) {
    Document first = stages.peek();
    if (first == null || first.size() != 1 || !type.isInstance(first.get(name))) {
      return null;
    }
    return type.cast(stages.remove().get(name));
  }

  private static Document stage(Document stage) {
    stage.keySet().stream()
        .filter(name -> !STAGES.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Refusals.refusal("stage " + name);
            });
    return meaning(stage);
  }

  /** A later {@code $match}, or one inside a stage's own pipelines, means what a filter means. */
  private static Document meaning(Document stage) {
    Document meant = new Document();
    stage.forEach((name, body) -> meant.append(name, inside(name, body)));
    return meant;
  }

  private static @Nullable Object inside(String name, @Nullable Object body) {
    return switch (body) {
      case Document filter when name.equals("$match") -> SingleConditions.of(filter);
      case Document parts when PIPELINED.contains(name) -> meaning(parts);
      case List<?> stages when isPipeline(stages) ->
          stages.stream().map(each -> inner((Document) each)).toList();
      case null, default -> body;
    };
  }

  /** The library sorts inside its own stages, where nothing counts what it holds. */
  private static Document inner(Document stage) {
    if (stage.containsKey("$sort")) {
      throw Refusals.refusal("stage $sort inside another stage");
    }
    return stage(stage);
  }

  private static boolean isPipeline(List<?> stages) {
    return stages.stream()
        .allMatch(
            each ->
                each instanceof Document stage
                    && stage.keySet().stream().allMatch(key -> key.startsWith("$")));
  }

  private static int positive(Number most) {
    if (most.intValue() <= 0) {
      throw new MongoServerError(
          LIMIT_NOT_POSITIVE, "Location15958", "$limit: " + most + " (expected: positive)");
    }
    return most.intValue();
  }

  /**
   * The caller closes the stream.
   *
   * @param collection null = one that is not there, which is one without documents
   */
  Stream<Document> run(@Nullable StoreCollection collection, Surroundings surroundings) {
    Stream<Document> found = collection == null ? Stream.empty() : collection.find(lead);
    try {
      Stream<Document> results = found;
      for (Document stage : rest) {
        boolean holds = HOLDING.contains(stage.keySet().iterator().next());
        results = surroundings.stage(stage).runStagesAsStream(holds ? held(results) : results);
      }
      return results.onClose(found::close);
    } catch (RuntimeException e) {
      found.close();
      throw e;
    }
  }

  private static Stream<Document> held(Stream<Document> documents) {
    Held held = new Held();
    return documents.peek(each -> held.add(BsonWriter.encode(each).length));
  }
}
