package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded store does not do. A clear refusal is better than an answer that looks right:
 * the library would ignore most of these without a word.
 */
final class Refusals {
  private static final int ILLEGAL_OPERATION = 20;
  private static final int CHANGE_STREAM = 40573;
  private static final int NOT_SUPPORTED = 238;
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "find",
          Set.of("tailable", "awaitData", "min", "max", "returnKey", "showRecordId", "let"),
          "create",
          Set.of(
              "capped", "viewOn", "timeseries", "validator", "clusteredIndex", "encryptedFields"));
  private static final Set<String> FILTERS =
      Set.of(
          "$where", "$text", "$jsonSchema", "$near", "$nearSphere", "$geoWithin", "$geoIntersects");

  private static final List<BiConsumer<String, Document>> ALL =
      List.of(
          Refusals::transactions,
          Refusals::changeStreams,
          Refusals::collations,
          Refusals::pipelineUpdates,
          Refusals::options,
          Refusals::projections,
          Refusals::filters);

  private Refusals() {}

  /** Lets {@code command} pass or throws. */
  static void check(String name, Document command) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    ALL.forEach(refusal -> refusal.accept(lowerCase, command));
  }

  static MongoServerError refusal(String what) {
    return refusal(NOT_SUPPORTED, "NotImplemented", what);
  }

  private static MongoServerError refusal(int code, String name, String what) {
    return new MongoServerError(code, name, "not supported by the embedded store: " + what);
  }

  private static void transactions(String name, Document command) {
    if (name.equals("committransaction")
        || name.equals("aborttransaction")
        || command.containsKey("startTransaction")
        || command.containsKey("autocommit")) {
      throw refusal(ILLEGAL_OPERATION, "IllegalOperation", "transactions");
    }
  }

  private static void changeStreams(String name, Document command) {
    if (documents(command, "pipeline").anyMatch(each -> each.containsKey("$changeStream"))) {
      throw refusal(CHANGE_STREAM, "Location" + CHANGE_STREAM, "change streams");
    }
  }

  private static void collations(String name, Document command) {
    if (Stream.concat(Stream.of(command), documents(command, "updates", "deletes", "indexes"))
        .map(each -> each.get("collation"))
        .anyMatch(Refusals::isRealCollation)) {
      throw refusal("collation (store a sort key instead)");
    }
  }

  private static boolean isRealCollation(@Nullable Object collation) {
    return collation instanceof Document document && !"simple".equals(document.get("locale"));
  }

  private static void pipelineUpdates(String name, Document command) {
    if (name.equals("findandmodify") && command.get("update") instanceof List
        || documents(command, "updates").anyMatch(each -> each.get("u") instanceof List)) {
      throw refusal("updates given as a pipeline");
    }
  }

  private static void options(String name, Document command) {
    for (String option : OPTIONS.getOrDefault(name, Set.of())) {
      if (command.containsKey(option) && !Boolean.FALSE.equals(command.get(option))) {
        throw refusal("option '" + option + "'");
      }
    }
  }

  // The library meets an operator it does not know only when it matches a document; an empty
  // collection would hide the mistake.
  private static void filters(String name, Document command) {
    Stream<@Nullable Object> many =
        documents(command, "updates", "deletes").map(each -> each.get("q"));
    Stream.concat(Stream.of("filter", "query").map(command::get), many)
        .flatMap(Refusals::operators)
        .filter(FILTERS::contains)
        .forEach(
            operator -> {
              throw refusal("operator " + operator);
            });
  }

  // The library's projection knows $elemMatch of documents only, and would leave the field out.
  private static void projections(String name, Document command) {
    if (command.get("projection") instanceof Document projection
        && projection.values().stream().anyMatch(Refusals::isElementOperator)) {
      throw refusal("$elemMatch with an operator in a projection");
    }
  }

  private static boolean isElementOperator(@Nullable Object projected) {
    return projected instanceof Document field
        && field.get("$elemMatch") instanceof Document element
        && element.keySet().stream().anyMatch(key -> key.startsWith("$"));
  }

  private static Stream<String> operators(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case Document document ->
          Stream.concat(
              document.keySet().stream(), document.values().stream().flatMap(Refusals::operators));
      case List<?> list -> list.stream().flatMap(Refusals::operators);
      default -> Stream.empty();
    };
  }

  private static Stream<Document> documents(Document command, String... fields) {
    return Stream.of(fields)
        .map(command::get)
        .flatMap(list -> list instanceof List<?> all ? all.stream() : Stream.empty())
        .filter(Document.class::isInstance)
        .map(Document.class::cast);
  }
}
