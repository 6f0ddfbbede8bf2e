package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation: its leading {@code $match}, {@code $sort} and {@code $limit} as a planned query,
 * the rest as the library's stages over the documents found.
 */
record Pipeline(FindQuery lead, List<Document> rest) {
  private static final int LIMIT_NOT_POSITIVE = 15958;

  /** Stages that hold pipelines of their own. */
  private static final Set<String> PIPELINED = Set.of("$facet", "$lookup", "$unionWith");

  private static final Document NO_CURSOR_OPTIONS = new Document("cursor", new Document());

  /** What the stages may refer to. */
  record Surroundings(StoreDatabase database, DatabaseResolver resolver, Oplog oplog) {}

  static Pipeline of(@Nullable Object pipeline) {
    List<Document> stages = Aggregation.parse(pipeline);
    Document filter = new Document();
    Document sort = null;
    int limit = 0;
    int used = 0;
    if (used < stages.size() && stages.get(used).get("$match") instanceof Document match) {
      filter = match;
      used++;
    }
    if (used < stages.size() && stages.get(used).get("$sort") instanceof Document order) {
      sort = FindQueries.sort(order);
      used++;
    }
    if (used < stages.size() && stages.get(used).get("$limit") instanceof Number most) {
      limit = positive(most);
      used++;
    }
    return new Pipeline(
        new FindQuery(filter, sort, 0, limit, null),
        stages.subList(used, stages.size()).stream().map(Pipeline::meaning).toList());
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
          stages.stream().map(each -> meaning((Document) each)).toList();
      case null, default -> body;
    };
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

  /** The caller closes the stream. */
  Stream<Document> run(StoreCollection collection, Surroundings surroundings) {
    Aggregation aggregation =
        Aggregation.fromPipeline(
            rest,
            surroundings.resolver(),
            surroundings.database(),
            collection,
            surroundings.oplog());
    aggregation.validate(NO_CURSOR_OPTIONS);
    Stream<Document> found = collection.find(lead);
    try {
      return aggregation.runStagesAsStream(found).onClose(found::close);
    } catch (RuntimeException e) {
      found.close();
      throw e;
    }
  }
}
